#include "pipeline/app/status_line.h"

#include <unistd.h>

#include <iostream>

namespace biaoshen {

StatusLine::StatusLine(Language language)
    : language_(language), is_terminal_(::isatty(STDERR_FILENO) == 1) {}

StatusLine::~StatusLine() {
  if (is_open_) std::cerr << "\r\x1b[K" << std::flush;
}

void StatusLine::show(const std::string& text) {
  if (is_terminal_) {
    std::cerr << "\r\x1b[K" << text << std::flush;
    is_open_ = true;
  } else {
    std::cerr << text << '\n';
  }
}

void StatusLine::reading(const File& file, std::size_t index, std::size_t of) {
  files_ = of;
  const bool zh = language_ == Language::zh;
  std::string text = (zh ? "读取 " : "reading ") + std::to_string(index) + "/" + std::to_string(of);
  if (is_terminal_ && done_ > 0) {
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    const double left = seconds / static_cast<double>(done_) * static_cast<double>(of - done_);
    text += zh ? "，已读 " + std::to_string(pages_) + " 页，约剩 " +
                     std::to_string(static_cast<long>(left) + 1) + " 秒"
               : ", " + std::to_string(pages_) + " pages, about " +
                     std::to_string(static_cast<long>(left) + 1) + " s left";
  }
  show(text + "  " + file.path);
}

void StatusLine::read(const File& file) {
  ++done_;
  pages_ += file.document.pages.size();
}

void StatusLine::checking() {
  show((language_ == Language::zh ? "核查 " : "checking ") + std::to_string(files_) +
       (language_ == Language::zh ? " 个文件，" : " files, ") + std::to_string(pages_) +
       (language_ == Language::zh ? " 页" : " pages"));
}

void StatusLine::writing() {
  show(language_ == Language::zh ? "写出审查档案" : "writing the dossier");
}

}  // namespace biaoshen
