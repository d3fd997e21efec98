#include "pipeline/service/config.h"

#include <toml++/toml.h>
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "pipeline/base/did_you_mean.h"
#include "pipeline/base/text.h"
#include "pipeline/base/untrusted_path.h"
#include "pipeline/model/date.h"
#include "pipeline/service/config_keys.h"

namespace biaoshen {
namespace {

using Settings = std::map<std::string_view, Setting>;  // by key
enum class Table : unsigned char { top, watch, batch };

int line_of(const toml::node& node) {
  return static_cast<int>(node.source().begin.line);
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t kMost = 60;
  const std::string shown = escape_unseen(clean_utf8(text.substr(0, kMost)));
  return "“" + shown + (text.size() > kMost ? "…" : "") + "”";
}

std::string decimal(double value) {
  char text[32];
  const auto done = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed);
  return done.ec == std::errc() ? std::string(text, done.ptr) : "nan";
}

// A scalar as the command line would have it; nothing where its type is not the kind's.
std::optional<std::string> scalar(const toml::node& node, KeyKind kind) {
  if (kind == KeyKind::flag) {
    const auto* flag = node.as_boolean();
    return flag ? std::optional(std::string(flag->get() ? "true" : "false")) : std::nullopt;
  }
  const bool is_time_span = kind == KeyKind::seconds || kind == KeyKind::period;
  if (kind == KeyKind::whole || is_time_span) {
    if (const auto* whole = node.as_integer()) return std::to_string(whole->get());
    const auto* real = is_time_span ? node.as_floating_point() : nullptr;
    return real ? std::optional(decimal(real->get())) : std::nullopt;
  }
  if (const auto* date = node.as_date(); date && kind == KeyKind::date)
    return to_string(Date{date->get().year, date->get().month, date->get().day});
  const auto* text = node.as_string();
  return text ? std::optional(text->get()) : std::nullopt;
}

// The value or values of a key; nothing where one is not fit.
std::optional<std::vector<std::string>> values_of(const toml::node& node, KeyKind kind) {
  std::vector<std::string> values;
  const auto take = [&](const toml::node& one) {
    auto value = scalar(one, kind);
    if (!value || !is_fit(kind, *value)) return false;
    values.push_back(std::move(*value));
    return true;
  };
  const auto* list = kind == KeyKind::limits ? node.as_array() : nullptr;
  if (list == nullptr) return take(node) ? std::optional(values) : std::nullopt;
  for (const toml::node& one : *list)
    if (!take(one)) return std::nullopt;
  return values;
}

class ConfigReader {
 public:
  explicit ConfigReader(const std::filesystem::path& folder) : folder_(folder) {}

  Configuration read(const toml::table& root) {
    // The tables last: what they say goes before what stands above them, wherever it stands.
    for (const auto& [key, node] : root)
      if (!is_table(key.str())) take(key.str(), node, Table::top);
    read_table(root, "watch", Table::watch);
    read_table(root, "batch", Table::batch);
    std::stable_sort(mistakes_.begin(), mistakes_.end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
    return {in_order(watch_), in_order(batch_), std::move(mistakes_)};
  }

 private:
  static bool is_table(std::string_view key) { return key == "watch" || key == "batch"; }

  void read_table(const toml::table& root, std::string_view name, Table table) {
    const toml::node* node = root.get(name);
    if (node == nullptr) return;
    const toml::table* inner = node->as_table();
    if (inner == nullptr) {
      const std::string shown = "[" + std::string(name) + "]";
      mistakes_.push_back({line_of(*node), {shown + " 应是一个表", shown + " has to be a table"}});
      return;
    }
    for (const auto& [key, value] : *inner) take(key.str(), value, table);
  }

  void take(std::string_view name, const toml::node& node, Table table) {
    const int line = line_of(node);
    const ConfigKey* key = config_key(name);
    if (key == nullptr) return unknown(name, line);
    if (table == Table::watch && !key->of_watch) return misplaced(name, "batch", line);
    if (table == Table::batch && !key->of_batch) return misplaced(name, "watch", line);
    auto values = values_of(node, key->kind);
    if (!values) return unfit(*key, line);
    if (values->empty()) return;  // a list of nothing
    if (key->kind == KeyKind::path) {
      const std::filesystem::path path = folder_ / values->front();
      values->front() = path.lexically_normal().string();
    }
    const Setting setting{std::string(name), std::move(*values), line};
    if (table != Table::batch && key->of_watch) watch_[key->name] = setting;
    if (table != Table::watch && key->of_batch) batch_[key->name] = setting;
  }

  void unknown(std::string_view name, int line) {
    KnownNames known = {"watch", "batch"};
    for (const ConfigKey& key : config_keys()) known.push_back(key.name);
    const std::string nearest(nearest_name(name, known));
    mistakes_.push_back({line,
                         {"没有" + in_quotes(name) + "这个选项" +
                              (nearest.empty() ? "" : "；是否应为" + in_quotes(nearest) + "？"),
                          "there is no option " + in_quotes(name) + did_you_mean(name, known)}});
  }

  void misplaced(std::string_view name, const std::string& command, int line) {
    mistakes_.push_back(
        {line,
         {in_quotes(name) + "是 " + command + " 的选项，应写在 [" + command + "] 之下",
          in_quotes(name) + " is an option of " + command + "; write it below [" + command + "]"}});
  }

  void unfit(const ConfigKey& key, int line) {
    const Wording expected = expected_of(key.kind);
    mistakes_.push_back({line,
                         {in_quotes(key.name) + "的值应是" + expected.zh,
                          "the value of " + in_quotes(key.name) + " has to be " + expected.en}});
  }

  static std::vector<Setting> in_order(const Settings& settings) {
    std::vector<Setting> out;
    for (const ConfigKey& key : config_keys())
      if (const auto found = settings.find(key.name); found != settings.end())
        out.push_back(found->second);
    return out;
  }

  const std::filesystem::path& folder_;
  Settings watch_, batch_;
  std::vector<ConfigMistake> mistakes_;
};

}  // namespace

Configuration read_configuration(std::string_view toml, const std::filesystem::path& folder) {
  try {
    return ConfigReader(folder).read(toml::parse(toml));
  } catch (const toml::parse_error& error) {
    // The parser stops at the first place that is no TOML.
    const std::string what = escape_unseen(clean_utf8(error.description()));
    return {{},
            {},
            {{static_cast<int>(error.source().begin.line),
              {"不是有效的 TOML：" + what, "this is no TOML: " + what}}}};
  }
}

}  // namespace biaoshen
