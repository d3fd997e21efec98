// `batch` and `watch` on the command line.
#pragma once

namespace CLI {
class App;
}

namespace biaoshen {

void add_batch(CLI::App& app, int& status);
void add_watch(CLI::App& app, int& status);

}  // namespace biaoshen
