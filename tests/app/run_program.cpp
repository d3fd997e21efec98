#include "tests/app/run_program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace fs = std::filesystem;

namespace biaoshen::test {
namespace {

void redirect(const fs::path& file, int descriptor) {
  const int opened = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (opened < 0 || dup2(opened, descriptor) < 0) _exit(126);
  close(opened);
}

}  // namespace

void write_whole(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::string read_whole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::map<std::string, std::string> files_of(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      files[entry.path().lexically_relative(folder).string()] = read_whole(entry.path());
  return files;
}

fs::path fresh_folder(const std::string& name) {
  const fs::path folder = fs::path(BINARY_DIR) / "app-test" / name;
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

Ran run_program(const std::vector<std::string>& command, const fs::path& scratch,
                const Environment& more) {
  static std::atomic<int> runs = 0;
  const std::string stem = "run-" + std::to_string(++runs);
  const fs::path out = scratch / (stem + ".out"), err = scratch / (stem + ".err");
  // All memory is taken before the fork: other threads may hold the allocator's lock.
  std::vector<std::string> settings;
  for (char** variable = environ; *variable != nullptr; ++variable)
    settings.emplace_back(*variable);
  for (const auto& [name, value] : more) settings.insert(settings.begin(), name + "=" + value);
  std::vector<char*> arguments, environment;
  for (const std::string& argument : command)
    arguments.push_back(const_cast<char*>(argument.c_str()));
  for (std::string& setting : settings) environment.push_back(setting.data());
  arguments.push_back(nullptr);
  environment.push_back(nullptr);

  const pid_t child = fork();
  if (child == 0) {
    redirect(out, STDOUT_FILENO);
    redirect(err, STDERR_FILENO);
    execve(arguments[0], arguments.data(), environment.data());
    _exit(127);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child) return {};
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, read_whole(out), read_whole(err)};
}

Ran biaoshen(std::vector<std::string> arguments, const Environment& more) {
  static const fs::path scratch = fresh_folder("streams");
  arguments.insert(arguments.begin(), (fs::path(BINARY_DIR) / "biaoshen").string());
  return run_program(arguments, scratch, more);
}

}  // namespace biaoshen::test
