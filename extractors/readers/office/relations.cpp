#include "extractors/readers/office/relations.h"

#include <algorithm>

#include "extractors/readers/xml_stream.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostRelations = 100'000;

std::string list_part(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
}

class RelationList final : public XmlListener {
 public:
  RelationList(std::string_view part, std::vector<Relation>& all) : part_(part), all_(all) {}

  void start(const XmlTag& tag) override {
    if (!tag.is(Vocabulary::package, "Relationship") || all_.size() == kMostRelations) return;
    Relation relation;
    relation.id = tag.value("Id").value_or("");
    relation.type = tag.value("Type").value_or("");
    relation.type.erase(0, relation.type.rfind('/') + 1);
    relation.target = tag.value("Target").value_or("");
    relation.is_external = tag.value("TargetMode").value_or("") == "External";
    if (!relation.is_external) {
      std::string target = resolve_target(part_, relation.target);
      relation.is_unsafe = target.empty();
      if (!relation.is_unsafe) relation.target = std::move(target);
    }
    all_.push_back(std::move(relation));
  }
  void end(const XmlTag&) override {}
  void text(std::string_view) override {}

 private:
  std::string_view part_;
  std::vector<Relation>& all_;
};

}  // namespace

std::string resolve_target(std::string_view part, std::string_view target) {
  const std::string path = replace_all(std::string(target), "\\", "/");
  if (path.empty() || path.starts_with("//") || path.find(':') != std::string::npos) return {};
  std::vector<std::string_view> folders;
  if (path.front() != '/') {
    folders = split(part, '/');
    if (!folders.empty()) folders.pop_back();
  }
  for (const std::string_view name : split(path, '/')) {
    if (name.empty() || name == ".") continue;
    if (name != "..") {
      folders.push_back(name);
    } else if (folders.empty()) {
      return {};
    } else {
      folders.pop_back();
    }
  }
  std::string resolved;
  for (const std::string_view name : folders) {
    if (!resolved.empty()) resolved += '/';
    resolved += name;
  }
  return resolved;
}

Relations Relations::read(ZipPackage& package, std::string_view part) {
  Relations relations;
  const std::string list = list_part(part);
  if (!package.has(list)) return relations;
  RelationList listener(part, relations.all_);
  relations.end_ = read_xml(package, list, listener);
  for (std::size_t i = 0; i < relations.all_.size(); ++i) {
    relations.by_id_.emplace(relations.all_[i].id, i);
  }
  return relations;
}

const Relation* Relations::by_id(std::string_view id) const {
  const auto found = by_id_.find(std::string(id));
  if (found == by_id_.end() || !all_[found->second].is_part()) return nullptr;
  return &all_[found->second];
}

const Relation* Relations::by_type(std::string_view type) const {
  for (const Relation& relation : all_) {
    if (relation.is_part() && relation.type == type) return &relation;
  }
  return nullptr;
}

std::vector<std::string> Relations::parts_of_type(std::string_view type) const {
  std::vector<std::string> parts;
  for (const Relation& relation : all_) {
    if (relation.is_part() && relation.type == type) parts.push_back(relation.target);
  }
  return parts;
}

std::string main_part(ZipPackage& package) {
  const Relations relations = Relations::read(package, "");
  const Relation* main = relations.by_type("officeDocument");
  if (main != nullptr && package.has(main->target)) return main->target;
  // Some producers leave the package's own relations out.
  for (const char* usual : {"word/document.xml", "xl/workbook.xml"}) {
    if (package.has(usual)) return usual;
  }
  return {};
}

}  // namespace biaoshen
