#include "extractors/readers/pdf/pdf_trees.h"

#include <poppler/Catalog.h>
#include <poppler/PDFDoc.h>
#include <poppler/XRef.h>

#include <algorithm>
#include <limits>
#include <map>

namespace biaoshen {
namespace {

constexpr int kDeepest = 64;
constexpr std::uint64_t kMostFormFields = 100'000;
constexpr std::uint64_t kCountless = std::numeric_limits<std::uint64_t>::max() / 2;

class LeafCounter {
 public:
  explicit LeafCounter(XRef& xref) : xref_(xref) {}

  std::uint64_t leaves_of(const Object& node, int depth) {
    if (!node.isDict() || depth > kDeepest) return 0;
    const Object kids = node.dictLookup("Kids");
    if (!kids.isArray()) return node.dictIs("Pages") ? 0 : 1;
    return leaves_in(kids, depth);
  }
  std::uint64_t leaves_in(const Object& kids, int depth) {
    std::uint64_t leaves = 0;
    for (int i = 0; i < kids.arrayGetLength(); ++i) {
      const Object& kid = kids.arrayGetNF(i);
      leaves += kid.isRef() ? leaves_at(kid.getRef(), depth) : leaves_of(kid, depth + 1);
      leaves = std::min(leaves, kCountless);
    }
    return leaves;
  }

 private:
  std::uint64_t leaves_at(Ref ref, int depth) {
    const auto [known, is_new] = leaves_.emplace(ref.num, 0);  // 0 while they are counted: a ring
    if (is_new) {
      const std::uint64_t leaves = leaves_of(xref_.fetch(ref), depth + 1);
      leaves_[ref.num] = leaves;
      return leaves;
    }
    return known->second;
  }

  XRef& xref_;
  std::map<int, std::uint64_t> leaves_;  // by number of the node
};

// As Poppler looks at it.
bool is_credible(const Object& count, const XRef& xref) {
  return count.isNum() && count.getNum() >= 1 && count.getNum() <= xref.getNumObjects();
}

}  // namespace

std::uint64_t mend_page_count(PDFDoc& document, std::uint64_t most) {
  XRef& xref = *document.getXRef();
  const Object root = xref.getCatalog();
  if (!root.isDict()) return 0;
  Object tree = root.dictLookup("Pages");
  const Object& place = root.dictLookupNF("Pages");
  // A root that is itself the only page Poppler knows how to take.
  if (!tree.isDict() || tree.dictIs("Page") || is_credible(tree.dictLookup("Count"), xref))
    return 0;
  const std::uint64_t pages = LeafCounter(xref).leaves_of(tree, 0);
  if (pages == 0 || pages > most || !place.isRef()) return pages;
  tree.dictSet("Count", Object(static_cast<int>(pages)));
  xref.setModifiedObject(&tree, place.getRef());
  return pages;
}

bool prune_form(PDFDoc& document) {
  Object* form = document.getCatalog()->getAcroForm();
  if (form == nullptr || !form->isDict()) return false;
  XRef& xref = *document.getXRef();
  const Object fields = form->dictLookup("Fields");
  if (!fields.isArray() || LeafCounter(xref).leaves_in(fields, 0) <= kMostFormFields) return false;
  form->dictSet("Fields", Object(new Array(&xref)));
  return true;
}

}  // namespace biaoshen
