#include "pipeline/app/status_line.h"

#include <unistd.h>

#include <iostream>

#include "pipeline/app/plain_output.h"

namespace biaoshen {

StatusLine::StatusLine(Language language)
    : language_(language), is_terminal_(::isatty(STDERR_FILENO) == 1) {}

StatusLine::~StatusLine() {
  if (is_open_) write_over_line("");
}

void StatusLine::show(const std::string& text) {
  if (is_terminal_) {
    write_over_line(text);
    is_open_ = true;
    shown_ = Clock::now();
  } else {
    std::cerr << text << '\n';
  }
}

void StatusLine::reading(const File& file, std::size_t index, std::size_t of) {
  const std::lock_guard lock(access_);
  files_ = of;
  const bool zh = language_ == Language::zh;
  head_ = (zh ? "读取 " : "reading ") + std::to_string(index) + "/" + std::to_string(of);
  if (is_terminal_ && done_ > 0) {
    const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    const double left = seconds / static_cast<double>(done_) * static_cast<double>(of - done_);
    head_ += zh ? "，已读 " + std::to_string(pages_) + " 页，约剩 " +
                      std::to_string(static_cast<long>(left) + 1) + " 秒"
                : ", " + std::to_string(pages_) + " pages, about " +
                      std::to_string(static_cast<long>(left) + 1) + " s left";
  }
  show(head_ + "  " + file.path);
}

void StatusLine::page(const File& file, std::uint32_t number, std::uint32_t of) {
  constexpr std::chrono::milliseconds kReadable{100};
  const std::lock_guard lock(access_);
  if (!is_terminal_ || number == 0 || Clock::now() - shown_ < kReadable) return;
  const std::string count = std::to_string(number) + (of == 0 ? "" : "/" + std::to_string(of));
  show(head_ + "  " + file.path +
       (language_ == Language::zh ? "  第 " + count + " 页" : "  page " + count));
}

void StatusLine::read(const File& file) {
  const std::lock_guard lock(access_);
  ++done_;
  pages_ += file.document.pages.size();
}

void StatusLine::checking() {
  const std::lock_guard lock(access_);
  show((language_ == Language::zh ? "核查 " : "checking ") + std::to_string(files_) +
       (language_ == Language::zh ? " 个文件，" : " files, ") + std::to_string(pages_) +
       (language_ == Language::zh ? " 页" : " pages"));
}

void StatusLine::writing() {
  const std::lock_guard lock(access_);
  show(language_ == Language::zh ? "写出审查档案" : "writing the dossier");
}

}  // namespace biaoshen
