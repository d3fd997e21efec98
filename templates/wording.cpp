#include "templates/wording.h"

#include <algorithm>
#include <cstdint>

namespace biaoshen {
namespace {

constexpr Phrase kPhrases[] = {
    // the page
    {"document", "形式审查意见", "Formal review"},
    {"skip", "跳到须补正事项", "Skip to what must be corrected"},
    {"contents", "目录", "Contents"},
    {"no-number", "未读出标准编号", "No standard number found"},
    {"no-title", "未读出标准名称", "No title found"},
    {"not-found", "未读出", "not found"},
    {"print-page-before", "第 ", "page "},
    {"print-page-between", " 页，共 ", " of "},
    {"print-page-after", " 页", ""},
    {"colon", "：", ": "},
    // verdicts
    {"verdict", "审查结论", "Verdict"},
    {"verdict.ready", "符合形式要求", "Formally in order"},
    {"verdict.return", "退回补正", "Return for correction"},
    {"verdict.review", "须人工核对", "A person must look"},
    {"verdict.ready.reason", "没有须补正的事项，也没有须人工核对的事项。",
     "Nothing has to be corrected, and nothing is left for a person to decide."},
    {"verdict.return.reason", "须补正 {fail} 项；另有须人工核对 {review} 项。",
     "To correct: {fail}. For a person to look at besides: {review}."},
    {"verdict.review.reason",
     "没有发现不符合要求的事项；有 {review} 项程序不能判定，须由审查人核对。",
     "Nothing was found against the requirements; {review} could not be decided and need a "
     "person."},
    {"scope", "本意见只涉及形式审查，不评价标准的技术内容。",
     "This is a formal review. It says nothing about the technical content of the standard."},
    // counts
    {"count.fail", "须补正", "to correct"},
    {"count.advice", "建议改正", "advised to correct"},
    {"count.review", "须人工核对", "for a person"},
    {"count.waived", "已豁免", "waived"},
    {"count.pass", "符合", "pass"},
    {"count.not-applicable", "不适用", "not applicable"},
    // subject
    {"subject.organization", "申报或发布单位", "Organization"},
    {"subject.uscc", "统一社会信用代码", "Unified credit code"},
    {"subject.score", "自评得分", "Self-score"},
    {"subject.programme", "申报项目", "Programme"},
    {"subject.dossier", "材料包", "Dossier"},
    // dates
    {"dates.heading", "关键日期", "Key dates"},
    {"date.published", "发布", "Published"},
    {"date.implemented", "实施", "Implemented"},
    {"date.as-of", "审查基准日", "Reference date"},
    {"date.elapsed", "实施至基准日", "In force on the reference date"},
    {"date.full-months", "满 {months} 个月", "{months} full months"},
    {"date.not-yet", "尚未实施", "not yet implemented"},
    {"as-of.given", "审查时指定", "given for this review"},
    {"as-of.policy", "秘书处政策规定的截止日", "cut-off date of the secretariat’s policy"},
    {"as-of.cut-off", "方案规定的截止日", "cut-off date of the programme"},
    {"as-of.today", "审查当日（方案未规定截止日）",
     "day of the review; the programme sets no cut-off"},
    {"brief.rest", "另有 {count} 项，见下文", "{count} more below"},
    // sections
    {"section.correct", "须补正事项", "What must be corrected"},
    {"section.correct.none", "没有须补正的事项。", "Nothing has to be corrected."},
    {"section.look", "须人工核对事项", "What a person must look at"},
    {"section.look.none", "没有须人工核对的事项。", "Nothing is left for a person to decide."},
    {"section.look.lead", "程序对下列事项不作判定。请按所列依据和出处核对，并写明意见。",
     "These were not decided. Please check them against the clause and the places given, and note "
     "your decision."},
    {"section.waived", "已豁免事项", "What was waived"},
    {"section.waived.lead",
     "下列事项由秘书处决定不作为本申报的缺陷。证据改变或期满后，豁免自动失效。",
     "The secretariat decided not to hold these against the dossier. A waiver is void when the "
     "evidence changes, and ends with its last day."},
    {"section.matrix", "一致性对照", "Consistency of the materials"},
    {"section.matrix.lead",
     "同一内容在各份材料中的写法。与对照基准（优先取标准文本）不同的字符加粗框出；“‸”表示此处缺少字"
     "符。",
     "The same thing as each material states it. Characters that differ from the base (the "
     "standard’s text where it has a reading) are bold and boxed; “‸” stands where characters are "
     "missing."},
    {"section.matrix.none", "没有可对照的内容。", "There is nothing to compare."},
    {"section.passed", "符合要求的事项", "What is in order"},
    {"section.passed.none", "没有判定为符合的事项。", "Nothing was found to be in order."},
    {"section.not-applicable", "不适用的事项", "What does not apply"},
    {"section.materials", "申报材料", "Materials"},
    {"section.files", "文件清单", "Files"},
    {"section.method", "审查说明", "How this was made"},
    {"section.sign", "审查签署", "Signatures"},
    // findings
    {"status.fail", "不符合", "Fail"},
    {"status.review", "待核对", "To check"},
    {"status.pass", "符合", "Pass"},
    {"status.notApplicable", "不适用", "Not applicable"},
    {"level.error", "必须补正", "must be corrected"},
    {"level.warning", "建议改正", "should be corrected"},
    {"level.note", "提示", "note"},
    {"finding.rule", "规则", "Rule"},
    {"finding.item", "事项", "Requirement"},
    {"finding.message", "审查情况", "Finding"},
    {"finding.where", "出处", "Where"},
    {"finding.remedy", "补正要求", "What to hand in"},
    {"finding.advice", "处理要点", "What to do"},
    {"finding.cites", "依据", "Clause"},
    {"finding.evidence", "证据", "Evidence"},
    {"finding.more", "其余证据", "More evidence"},
    {"finding.details", "依据和证据", "Clause and evidence"},
    {"finding.waiver", "豁免", "Waiver"},
    {"waiver.applied",
     "{by} 于 {on} 豁免，至审查基准日 {until} 有效。范围：{scope}。理由：{reason}",
     "Waived by {by} on {on}, until the reference date {until}, for {scope}. Reason: {reason}"},
    {"waiver.void", "{by} 于 {on} 的豁免因证据已改变而失效。范围：{scope}。原理由：{reason}",
     "The waiver by {by} of {on} is void: the evidence is another now. For {scope}. Its reason "
     "was: "
     "{reason}"},
    {"waiver.expired", "{by} 于 {on} 的豁免已于 {until} 到期。范围：{scope}。原理由：{reason}",
     "The waiver by {by} of {on} ended on {until}. For {scope}. Its reason was: {reason}"},
    {"finding.digest", "证据摘要", "Digest of the evidence"},
    {"finding.policy", "秘书处调整", "Changed by policy"},
    {"deviation", "{what}由 {from} 改为 {to}（{rule}）：{reason}",
     "{what} is {to} and not {from} ({rule}): {reason}"},
    {"deviation.new", "{what}定为 {to}（{rule}）：{reason}",
     "{what} is set to {to} ({rule}): {reason}"},
    {"deviation.cut-off", "截止日期", "The cut-off"},
    {"deviation.level", "级别", "The level"},
    {"deviation.material", "另须提交的材料", "A material required besides"},
    {"policy.by", "{by}（SHA-256 {sha256}）", "{by} (SHA-256 {sha256})"},
    {"method.policy", "秘书处对方案的调整", "What the secretariat’s policy changes"},
    {"finding.note", "审查人意见", "Reviewer’s note"},
    // evidence
    {"page", "第 {pages} 页", "page {pages}"},
    {"pages", "第 {pages} 页", "pages {pages}"},
    {"evidence.box", "左上角起 {box} 点", "at {box} pt"},
    {"evidence.cell", "单元格 {cell}", "cell {cell}"},
    {"evidence.paragraph", "第 {paragraph} 段", "paragraph {paragraph}"},
    {"origin.text", "文字", "text"},
    {"origin.cell", "单元格内容", "cell"},
    {"origin.name", "文件名", "file name"},
    {"origin.ocr", "OCR 识别，可信度 {confidence}%", "OCR, confidence {confidence}%"},
    {"evidence.crop", "{file} {place} 的截图：{quote}", "Crop of {file}, {place}: {quote}"},
    {"evidence.crop-seen", "截图见前文", "crop shown above"},
    {"evidence.cut", "（全文共 {count} 字，此处只列开头，其余见 dossier.json）",
     "(the beginning of {count} characters; the rest is in dossier.json)"},
    {"evidence.unlisted", "另有 {count} 处，见 dossier.json", "{count} more in dossier.json"},
    {"evidence.empty", "（空白）", "(empty)"},
    {"search.sought", "查找内容", "Looked for"},
    {"search.in", "查找范围", "Looked in"},
    {"search.all-files", "材料包的全部 {count} 个文件", "all {count} files of the dossier"},
    {"search.files", "{count} 个文件", "{count} files"},
    {"search.first-files", "{count} 个文件，下列为其中前 {shown} 个，其余见 dossier.json",
     "{count} files, the first {shown} of which are listed; dossier.json has all"},
    {"search.no-files", "没有可查找的文件", "no file to look in"},
    {"search.unread", "未能读全", "Not read in full"},
    {"search.complete", "查找范围内的文件均已读全，没有找到。",
     "All of these files were read in full; it is not there."},
    {"search.incomplete", "有文件未能读全，不能断定没有。",
     "Some files could not be read in full, so it may still be there."},
    // matrix
    {"matrix.field", "内容", "Field"},
    {"matrix.agrees", "一致", "agrees"},
    {"matrix.differs", "不一致", "differs"},
    {"matrix.single", "仅一处", "one reading"},
    {"matrix.none", "无", "none"},
    {"matrix.reading-differs", "不同", "differs"},
    {"matrix.second", "；另一读数：{value}", "; other reading: {value}"},
    {"matrix.doubt", "存疑：{doubt}", "in doubt: {doubt}"},
    {"matrix.no-reading", "未读出", "not found"},
    {"matrix.crop", "截图", "crop"},
    {"doubt.founder", "由乱码字形还原", "repaired from a font without characters"},
    {"doubt.text-suspect", "文字层不可信", "text layer not to be trusted"},
    {"doubt.ocr", "由图像识别", "recognised from an image"},
    {"doubt.ocr-differs", "两次识别不一致", "two recognitions differ"},
    {"doubt.no-blank", "代号与顺序号之间的空格不能确定",
     "the blank between code and sequence is lost"},
    {"doubt.repaired", "识别出的形近字已按编号规则还原",
     "look-alike characters of the recognition were exchanged"},
    {"doubt.uncertain", "写法有歧义", "ambiguous shape"},
    {"doubt.unparsed", "不能解析", "could not be parsed"},
    {"doubt.placeholder", "未填写的模板文字", "placeholder of the template"},
    {"doubt.relative", "按同页日期推算", "worked out from a date on the same page"},
    {"doubt.dash", "连接号不规范", "unusual dash"},
    {"doubt.year-range", "年份超出合理范围", "year out of range"},
    {"doubt.split", "被断开书写", "split in print"},
    {"doubt.ambiguous", "写法有歧义", "can be read in two ways"},
    {"doubt.character-set", "含有不应出现的字符", "has characters that do not belong there"},
    {"doubt.dash-lost", "缺少连接号", "dash missing"},
    {"doubt.slash-lost", "缺少斜线", "slash missing"},
    {"doubt.early-form", "早期写法", "early form"},
    {"doubt.footnote", "可能粘连注释号", "a footnote mark may be attached"},
    {"doubt.glued", "与前后文字粘连", "runs into its neighbours"},
    {"doubt.incomplete", "不完整", "incomplete"},
    {"doubt.lower-case", "含有小写字母", "has lower-case letters"},
    {"doubt.spaced", "字符间有空格", "spaced out"},
    {"doubt.unknown-code", "代号不在已知代号中", "code not known"},
    {"doubt.unknown-region", "地区代码不在已知代码中", "region not known"},
    {"doubt.year-part", "年份不足四位", "year without four digits"},
    {"doubt.month-only", "只有年月", "year and month only"},
    {"doubt.invalid", "日期不存在", "no such date"},
    {"doubt.no-cover", "未读出封面", "not from a cover"},
    {"doubt.other-standard", "属于另一项标准", "of another standard"},
    {"doubt.blank-form", "空白表中的文字", "stands in a blank form"},
    {"doubt.file-name", "取自文件名", "from a file name"},
    // materials
    {"material", "材料", "Material"},
    {"material.required", "必备", "required"},
    {"material.optional", "如有", "if any"},
    {"material.other", "其他", "Other"},
    {"material.absent", "未找到", "not found"},
    {"material.absent-unsure", "未找到（有文件未能读全，可能在其中）",
     "not found (some files could not be read in full and may hold it)"},
    {"material.files", "文件和页", "Files and pages"},
    {"material.reason", "识别依据", "How it was recognised"},
    // files
    {"file", "文件", "File"},
    {"file.format", "格式", "Format"},
    {"file.pages", "页数", "Pages"},
    {"file.status", "读取情况", "Reading"},
    {"file.ignored", "未审查的系统文件", "Files of operating systems, not reviewed"},
    {"file.dossier-problems", "材料包整体", "The dossier as a whole"},
    {"file.none", "材料包中没有文件。", "The dossier has no files."},
    {"file.status.read", "已读全", "read in full"},
    {"file.status.partial", "部分读出", "read in part"},
    {"file.status.refused", "未打开", "not opened"},
    {"file.status.unreadable", "无法读取", "could not be read"},
    {"file.status.ignored", "不审查", "not reviewed"},
    {"pages.all", "{all} 页 = 文字 {text} + 识别 {ocr} + 空白 {blank} + 未读出 {failed}",
     "{all} pages = {text} text + {ocr} recognised + {blank} blank + {failed} failed"},
    {"pages.plain", "{all} 页文字", "{all}, all text"},
    {"pages.none", "0", "0"},
    {"pages.held", "内含 {count} 个文件", "holds {count} files"},
    {"files.sum", "共 {files} 个文件，{pages}。", "{files} files, {pages}."},
    // method
    {"method.programme", "审查方案", "Programme"},
    {"method.profile", "方案版本及校验值", "Version and digest"},
    {"method.tool", "程序", "Program"},
    {"method.engines", "文字读取方式", "Words read by"},
    {"engine.text-layer", "文件自带的文字", "the text of the files themselves"},
    {"method.revision", "审查次数", "Revision"},
    {"method.nth", "第 {n} 次", "{n}"},
    {"method.instruments", "所引文件", "Instruments cited"},
    {"method.source", "来源", "Source"},
    {"method.masked", "本页对手机号、身份证号和电子邮箱作了遮盖；逐字原文保存在 dossier.json。",
     "Mobile numbers, citizen numbers and e-mail addresses are masked on this page; dossier.json "
     "keeps the text as written."},
    {"method.invisible", "形如 [U+202E] 的内容表示原文中不可见或改变书写方向的字符。",
     "Something like [U+202E] stands for a character that cannot be seen or that turns the "
     "direction of writing."},
    // a batch
    {"batch.section", "批次核查", "Across the batch"},
    {"batch.section.lead",
     "与同批其他材料比对得出的事项，程序不作处理决定。请核对后决定是否须补正、由谁补正。",
     "What comparing this dossier with the others of the batch has shown. A person decides what is "
     "to be corrected, and by whom."},
    {"batch.verdict.reason",
     "本材料单独审查符合形式要求；与同批材料比对，有 {count} 项须由审查人核对。",
     "In order by itself; compared with the batch, {count} need a person."},
    {"batch.concerned", "涉及材料", "Dossiers concerned"},
    {"batch.this", "（本材料）", "(this dossier)"},
    {"batch.unlisted", "另有 {count} 处，见 batch.json", "{count} more in batch.json"},
    {"batch.document", "批次形式审查登记", "Register of a batch"},
    {"batch.title", "批次审查结果", "The batch"},
    {"batch.findings.lead", "与同批材料比对得出的须核对事项。",
     "What comparing the dossiers has shown."},
    {"batch.findings.none", "批次核查没有须核对的事项。",
     "Comparing the dossiers has shown nothing to check."},
    {"batch.findings.passed", "已核查、没有发现问题的事项", "Compared and found in order"},
    {"batch.dossiers", "申报材料", "Dossiers"},
    {"batch.dossiers.none", "收件文件夹中没有材料。", "The inbox is empty."},
    {"batch.nth", "序号", "No."},
    {"batch.dossier", "材料包", "Dossier"},
    {"batch.standard", "标准或项目", "Standard or project"},
    {"batch.number", "标准编号", "Number"},
    {"batch.name", "名称", "Title"},
    {"batch.organization", "申报或发布单位", "Organization"},
    {"batch.published", "发布日期", "Published"},
    {"batch.implemented", "实施日期", "Implemented"},
    {"batch.programme", "申报项目", "Programme"},
    {"batch.version", "方案版本", "Version"},
    {"batch.verdict", "结论", "Verdict"},
    {"batch.open", "批次核查事项", "Across the batch"},
    {"batch.where", "审查档案", "Result"},
    {"batch.remark", "备注", "Remark"},
    {"batch.status", "核查结果", "Status"},
    {"batch.level", "级别", "Level"},
    {"batch.failed", "未能审查", "Could not be reviewed"},
    {"batch.failed.lead", "下列材料未能审查，请按说明处理后重新运行。",
     "These could not be reviewed. Do as each line says and run again."},
    {"batch.accompanying", "推荐材料", "Recommender’s papers"},
    {"batch.of", "{title}：{count} 份，审查基准日 {as_of}",
     "{title}: {count}, reference date {as_of}"},
    // signatures
    {"sign.reviewer", "审查人", "Reviewed by"},
    {"sign.checker", "复核人", "Checked by"},
    {"sign.date", "日期", "Date"},
    {"sign.decision", "处理意见", "Decision"},
};

std::string_view find_phrase(std::string_view key, Language language) {
  const auto* found = std::ranges::find(kPhrases, key, &Phrase::key);
  if (found == std::end(kPhrases)) return key;
  return language == Language::zh ? found->zh : found->en;
}

void append_range(std::string& out, std::uint32_t first, std::uint32_t last, Language language) {
  if (!out.empty()) out += language == Language::zh ? "、" : ", ";
  out += std::to_string(first);
  if (last > first)
    out +=
        (last == first + 1 ? (language == Language::zh ? "、" : ", ") : "–") + std::to_string(last);
}

}  // namespace

std::span<const Phrase> phrases() {
  return kPhrases;
}

std::string word(std::string_view key, Language language) {
  return std::string(find_phrase(key, language));
}

std::string phrase(std::string_view key, Language language, Filling filling) {
  const std::string_view text = find_phrase(key, language);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto* filled = std::ranges::find_if(filling, [&](const auto& one) {
      const std::string_view rest = text.substr(at);
      return rest.size() > one.first.size() + 1 && rest[0] == '{' &&
             rest.substr(1, one.first.size()) == one.first && rest[one.first.size() + 1] == '}';
    });
    if (filled == filling.end()) {
      out += text[at++];
    } else {
      out += filled->second;
      at += filled->first.size() + 2;
    }
  }
  return out;
}

std::string ranges(std::span<const std::uint32_t> sorted, Language language) {
  std::string out;
  for (std::size_t i = 0; i < sorted.size();) {
    std::size_t last = i;
    while (last + 1 < sorted.size() && sorted[last + 1] <= sorted[last] + 1) ++last;
    append_range(out, sorted[i], sorted[last], language);
    i = last + 1;
  }
  return out;
}

std::string size_in_words(std::uint64_t bytes) {
  constexpr std::string_view kUnits[] = {"B", "KB", "MB", "GB", "TB"};
  std::size_t unit = 0;
  std::uint64_t tenths = std::min<std::uint64_t>(bytes, 1ull << 60) * 10;
  while (tenths >= 10240 && unit + 1 < std::size(kUnits)) {
    tenths = (tenths + 512) / 1024;
    ++unit;
  }
  std::string out = std::to_string(tenths / 10);
  if (unit > 0 && tenths < 1000) out += "." + std::to_string(tenths % 10);
  return out + " " + std::string(kUnits[unit]);
}

}  // namespace biaoshen
