#include "pipeline/app/batch_line.h"

#include <unistd.h>

#include <iostream>
#include <utility>

#include "pipeline/app/plain_output.h"
#include "pipeline/base/untrusted_path.h"

namespace biaoshen {
namespace {

constexpr std::uint64_t kOwnWeight = 64 << 10;  // a dossier costs something besides its bytes

std::string rounded(double seconds) {
  return std::to_string(static_cast<long>(seconds * 10) / 10) + "." +
         std::to_string(static_cast<long>(seconds * 10) % 10);
}

}  // namespace

BatchLine::BatchLine(Language language, bool explains)
    : language_(language), explains_(explains), is_terminal_(::isatty(STDERR_FILENO) == 1) {}

BatchLine::~BatchLine() {
  clear();
}

void BatchLine::clear() {
  if (is_open_) write_over_line("");
  is_open_ = false;
}

void BatchLine::say(const std::string& text) {
  clear();
  std::cerr << text << '\n';
}

void BatchLine::show(const std::string& text) {
  if (!is_terminal_) return;
  write_over_line(text);
  is_open_ = true;
}

std::string BatchLine::time_left() const {
  if (weight_done_ == 0 || weight_ <= weight_done_) return "";
  const double seconds = std::chrono::duration<double>(Clock::now() - start_).count() *
                         static_cast<double>(weight_ - weight_done_) /
                         static_cast<double>(weight_done_);
  const long minutes = static_cast<long>(seconds / 60) + 1;
  return language_ == Language::zh ? "，约剩 " + std::to_string(minutes) + " 分钟"
                                   : ", about " + std::to_string(minutes) + " min left";
}

std::string BatchLine::totals() const {
  const std::string of = std::to_string(ended_.size()) + "/" + std::to_string(weights_.size());
  return language_ == Language::zh
             ? "申报 " + of + "，已读 " + std::to_string(pages_read_) + " 页" + time_left()
             : "dossiers " + of + ", " + std::to_string(pages_read_) + " pages" + time_left();
}

void BatchLine::count_pages(const std::string& folder, std::uint64_t pages) {
  pages_read_ += pages - std::exchange(pages_[folder], pages);
}

void BatchLine::explain(const QueueNews& news) {
  if (!explains_ || !explained_.insert(news.folder).second) return;
  clear();
  std::cout << readable_name(news.folder).text << (language_ == Language::zh ? "：" : ": ")
            << in_words(news.because, language_);
  if (!news.duplicate_of.empty())
    std::cout << (language_ == Language::zh ? "：" : ": ") << readable_name(news.duplicate_of).text;
  std::cout << std::endl;
}

void BatchLine::take(const QueueNews& news) {
  const bool zh = language_ == Language::zh;
  const std::string name = readable_name(news.folder).text;
  const std::string after_name = zh ? "：" : ": ";
  switch (news.event) {
    case QueueEvent::current:
      return explain(news);
    case QueueEvent::queued:
      if (weights_.emplace(news.folder, news.bytes + kOwnWeight).second)
        weight_ += news.bytes + kOwnWeight;
      return explain(news);
    case QueueEvent::started:
      return show(totals() + "  " + name);
    case QueueEvent::step:
      count_pages(news.folder, news.step->pages_read);
      return show(totals() + "  " + name + "  " + std::to_string(news.step->file) + "/" +
                  std::to_string(news.step->files));
    case QueueEvent::died:
    case QueueEvent::put_back:
      return say(name + after_name + news.message);
    case QueueEvent::done:
    case QueueEvent::quarantined:
      break;
  }
  if (ended_.insert(news.folder).second) weight_done_ += weights_[news.folder];
  if (news.published) count_pages(news.folder, news.published->pages);
  if (news.event == QueueEvent::quarantined)
    return say(name + after_name + (zh ? "已隔离：" : "quarantined: ") + news.message);
  if (is_terminal_) return show(totals());
  say(totals() + "  " + name + after_name + rounded(news.seconds) + (zh ? " 秒" : " s"));
}

}  // namespace biaoshen
