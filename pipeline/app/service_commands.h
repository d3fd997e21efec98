// `batch` and `watch`, and what a batch on several machines is made of, on the command line.
#pragma once

namespace CLI {
class App;
}

namespace biaoshen {

void add_batch(CLI::App& app, int& status);
void add_watch(CLI::App& app, int& status);
void add_plan(CLI::App& app, int& status);
void add_merge(CLI::App& app, int& status);
void add_submit(CLI::App& app, int& status);

}  // namespace biaoshen
