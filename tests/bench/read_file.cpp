// What the benchmark times: one file read through the worker, words with boxes and all,
// as every review does. Prints pages and words, so that nothing can be skipped.
#include <filesystem>
#include <iostream>

#include "extractors/worker/client.h"

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: bench-read READER FILE\n";
    return 2;
  }
  biaoshen::File file;
  file.path = std::filesystem::path(arguments[2]).filename().string();
  file.source = arguments[2];
  file.bytes = std::filesystem::file_size(file.source);
  biaoshen::Limits limits;
  limits.seconds = 300;
  const biaoshen::Document document = biaoshen::WorkerClient(arguments[1]).read(file, limits);
  std::size_t words = 0;
  for (const biaoshen::Page& page : document.pages) words += page.words.size();
  std::cout << document.pages.size() << " pages, " << words << " words\n";
  return document.pages.empty() ? 1 : 0;
}
