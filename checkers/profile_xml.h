// A profile's XML as a plain tree, after RELAX NG had its say. The only file
// that knows libxml2.
//
// It refuses a DOCTYPE (and with it every entity) and never opens another file
// or the network.
//
// Tested by tests/checkers/profile_reader_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace biaoshen {

struct ProfileMistake {
  int line;  // from 1
  std::string message;
  std::string file = {};  // of a module; empty: the file that was read
};

struct XmlNode {
  std::string name;
  int line = 0;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string text;  // line breaks of the file undone, trimmed
  std::vector<XmlNode> children;

  std::string_view attribute(std::string_view wanted) const;  // empty if absent
  const XmlNode* child(std::string_view wanted) const;        // the first, or null
};

struct ProfileTree {
  std::optional<XmlNode>
      root;  // also where the grammar is broken, so that all mistakes can be told
  std::vector<ProfileMistake> mistakes;
};

// `grammar` is RELAX NG in XML syntax; its definition that has the name of the root, which is
// one of `roots`, is the start. In a document that is not valid each element named in `pieces` is
// validated alone by the definition of the same name, then the document without the broken ones.
ProfileTree read_profile_tree(std::string_view xml, std::string_view grammar,
                              const std::vector<std::string>& roots,
                              const std::vector<std::string>& pieces);

}  // namespace biaoshen
