#include "templates/docx/notice_placeholders.h"

namespace biaoshen {
namespace {

// Nothing rather than a nought, so that a paragraph about nothing is left out.
std::string count_in_words(std::size_t count) {
  return count == 0 ? std::string() : std::to_string(count);
}

std::vector<DocxValues> rows_of(const std::vector<NoticeItem>& items) {
  std::vector<DocxValues> rows;
  for (const NoticeItem& item : items)
    rows.push_back({{"n", std::to_string(rows.size() + 1)},
                    {"what", item.what},
                    {"where", item.where},
                    {"remedy", item.remedy},
                    {"clause", item.clause},
                    {"note", item.note},
                    {"since", item.since}});
  return rows;
}

}  // namespace

const PlaceholderNames& notice_placeholders() {
  static const PlaceholderNames kNames{{{"organization", "申报单位"},
                                        {"uscc", "统一社会信用代码"},
                                        {"subject", "申报对象"},
                                        {"title", "名称"},
                                        {"number", "标准编号"},
                                        {"programme", "申报项目"},
                                        {"dossier", "材料包"},
                                        {"as-of", "审查基准日"},
                                        {"count", "补正项数"},
                                        {"advice-count", "建议项数"},
                                        {"defects-rest", "未列补正事项"},
                                        {"advice-rest", "未列建议事项"}},
                                       {{"defects", "补正事项"}, {"advice", "建议事项"}},
                                       {{"n", "序号"},
                                        {"what", "问题"},
                                        {"where", "出处"},
                                        {"remedy", "补正要求"},
                                        {"clause", "依据"},
                                        {"note", "审查意见"},
                                        {"since", "与上次相比"}},
                                       "defects"};
  return kNames;
}

DocxContent content_of(const NoticeView& notice) {
  return {{{"organization", notice.organization},
           {"uscc", notice.uscc},
           {"subject", notice.subject},
           {"title", notice.title},
           {"number", notice.number},
           {"programme", notice.programme},
           {"dossier", notice.dossier},
           {"as-of", notice.as_of},
           {"count", count_in_words(notice.defects_count)},
           {"advice-count", count_in_words(notice.advice_count)},
           {"defects-rest", notice.defects_rest},
           {"advice-rest", notice.advice_rest}},
          {{"defects", rows_of(notice.defects)}, {"advice", rows_of(notice.advice)}}};
}

}  // namespace biaoshen
