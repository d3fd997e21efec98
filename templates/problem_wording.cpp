#include "templates/problem_wording.h"

#include <algorithm>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr ProblemWording kProblems[] = {
    // cannot be opened
    {"encrypted", "文件已加密，无法打开", "请解除密码后重新提交",
     "The file is encrypted and cannot be opened", "Send it again without a password"},
    {"damaged-pdf", "PDF 文件损坏", "请从原文件重新导出 PDF 并提交", "The PDF is damaged",
     "Export the PDF again from the original and send it"},
    {"damaged-office", "Office 文件损坏", "请用办公软件打开并另存为 DOCX 或 XLSX 后提交",
     "The Office file is damaged",
     "Open it in an office program, save it as DOCX or XLSX and send it"},
    {"damaged-image", "图像文件损坏", "请重新扫描或截图后提交", "The image is damaged",
     "Scan it or take the screenshot again"},
    {"damaged-archive", "压缩包损坏", "请重新打包后提交", "The archive is damaged",
     "Pack the files again"},
    {"empty-file", "文件是空的（0 字节）", "请提交有内容的文件", "The file is empty (0 bytes)",
     "Send the file with its content"},
    {"format-unknown", "文件格式不能识别", "请提交 PDF、DOCX、XLSX、PNG 或 JPEG 文件",
     "The format of the file is not known", "Send PDF, DOCX, XLSX, PNG or JPEG"},
    {"format-doc", "旧版 Word 格式（DOC）不能读取", "请另存为 DOCX 或 PDF 后提交",
     "The old Word format (DOC) is not read", "Save it as DOCX or PDF"},
    {"format-xls", "旧版 Excel 格式（XLS）不能读取", "请另存为 XLSX 后提交",
     "The old Excel format (XLS) is not read", "Save it as XLSX"},
    {"format-ppt", "旧版演示文稿格式（PPT）不能读取", "请导出为 PDF 后提交",
     "The old presentation format (PPT) is not read", "Export it as PDF"},
    {"format-pptx", "演示文稿格式（PPTX）不能读取", "请导出为 PDF 后提交",
     "Presentations (PPTX) are not read", "Export it as PDF"},
    {"format-wps", "WPS 文字格式不能读取", "请另存为 DOCX 或 PDF 后提交",
     "The WPS text format is not read", "Save it as DOCX or PDF"},
    {"format-et", "WPS 表格格式不能读取", "请另存为 XLSX 后提交",
     "The WPS table format is not read", "Save it as XLSX"},
    {"format-ofd", "OFD 格式不能读取", "请导出为 PDF 后提交", "OFD is not read",
     "Export it as PDF"},
    {"format-ceb", "CEB 格式不能读取", "请导出为 PDF 后提交", "CEB is not read",
     "Export it as PDF"},
    {"format-rtf", "RTF 格式不能读取", "请另存为 DOCX 或 PDF 后提交", "RTF is not read",
     "Save it as DOCX or PDF"},
    {"format-html", "网页文件不能作为材料读取", "请打印为 PDF 后提交",
     "A web page is not read as a material", "Print it to PDF"},
    {"format-heic", "HEIC 图像格式不能读取", "请转换为 JPEG 或 PNG 后提交",
     "HEIC images are not read", "Convert it to JPEG or PNG"},
    {"format-bmp", "BMP 图像格式不能读取", "请转换为 JPEG 或 PNG 后提交", "BMP images are not read",
     "Convert it to JPEG or PNG"},
    {"format-gif", "GIF 图像格式不能读取", "请转换为 JPEG 或 PNG 后提交", "GIF images are not read",
     "Convert it to JPEG or PNG"},
    {"format-tiff", "TIFF 图像格式不能读取", "请转换为 PDF、JPEG 或 PNG 后提交",
     "TIFF images are not read", "Convert it to PDF, JPEG or PNG"},
    {"format-webp", "WebP 图像格式不能读取", "请转换为 JPEG 或 PNG 后提交",
     "WebP images are not read", "Convert it to JPEG or PNG"},
    {"format-zip", "压缩包未展开", "请解压后提交其中的文件", "The archive was not unpacked",
     "Unpack it and send the files"},
    {"format-rar", "RAR 压缩包未展开", "请解压后提交其中的文件", "The RAR archive was not unpacked",
     "Unpack it and send the files"},
    {"format-7z", "7z 压缩包未展开", "请解压后提交其中的文件", "The 7z archive was not unpacked",
     "Unpack it and send the files"},
    {"format-xlsb", "二进制 Excel 格式（XLSB）不能读取", "请另存为 XLSX 后提交",
     "Binary Excel (XLSB) is not read", "Save it as XLSX"},
    {"format-odf", "OpenDocument 格式不能读取", "请另存为 DOCX、XLSX 或 PDF 后提交",
     "OpenDocument is not read", "Save it as DOCX, XLSX or PDF"},
    {"format-mht", "单文件网页不能作为材料读取", "请另存为 DOCX 或 PDF 后提交",
     "A web page in one file is not read as a material", "Save it as DOCX or PDF"},
    {"format-gz", "压缩包未展开", "请解压后提交其中的文件", "The archive was not unpacked",
     "Unpack it and send the files"},
    {"format-tar", "压缩包未展开", "请解压后提交其中的文件", "The archive was not unpacked",
     "Unpack it and send the files"},
    {"format-exe", "可执行程序，不是申报材料", "请提交文档，不要提交程序",
     "This is a program, not a document", "Send documents only"},
    {"permission", "没有读取此文件的权限", "请检查文件权限后重新放入材料包",
     "There is no permission to read the file", "Change its permissions and put it in again"},
    {"checksum", "压缩包内此文件的校验值不符", "请重新打包后提交",
     "The checksum of the packed file is wrong", "Pack the files again"},
    {"size-mismatch", "压缩包内登记的大小与实际不符", "请重新打包后提交",
     "The size stated in the archive is not the real one", "Pack the files again"},
    {"compression-method", "压缩方法不能识别", "请用普通 ZIP 方式重新打包",
     "The compression method is not known", "Pack the files as an ordinary ZIP"},
    {"inconsistent-entry", "压缩包目录与内容不一致", "请重新打包后提交",
     "The directory of the archive contradicts its content", "Pack the files again"},
    // safety limits
    {"time-limit", "读取超过时限，已停止", "请拆分文件或降低复杂程度后提交",
     "Reading took too long and was stopped", "Split the file or simplify it"},
    {"memory-limit", "读取所需内存超过上限，已停止", "请拆分文件或降低图像分辨率后提交",
     "Reading needed too much memory and was stopped",
     "Split the file or lower the resolution of its images"},
    {"page-limit", "页数超过上限，其余页未读", "请拆分文件后提交",
     "There are more pages than the limit; the rest was not read", "Split the file"},
    {"text-limit", "一页的文字量超过上限，其余未读", "请核对该页内容",
     "A page has more text than the limit; the rest was not read", "Check that page"},
    {"size-limit", "文件大小超过上限", "请压缩图像或拆分文件后提交",
     "The file is larger than the limit", "Compress its images or split it"},
    {"ratio-limit", "展开后的大小远超正常比例，已停止展开", "请用办公软件另存后提交",
     "It unpacks to far more than is normal, so unpacking was stopped",
     "Save it again in an office program"},
    {"nesting-limit", "压缩包层数超过上限", "请减少压缩包的嵌套",
     "Archives are nested deeper than the limit", "Nest archives less"},
    {"entry-limit", "文件数量超过上限，其余未审查", "请减少文件数量或合并文件",
     "There are more files than the limit; the rest was not reviewed",
     "Send fewer files or merge them"},
    {"path-too-deep", "文件夹层数超过上限", "请减少文件夹层数",
     "Folders are nested deeper than the limit", "Use fewer levels of folders"},
    {"image-limit", "图像尺寸超过上限", "请降低分辨率后提交", "The image is larger than the limit",
     "Lower its resolution"},
    {"xml-depth-limit", "文件内部结构层数超过上限", "请用办公软件另存后提交",
     "The inside of the file is nested deeper than the limit",
     "Save it again in an office program"},
    {"crash", "读取此文件时读取程序意外中止", "请从原文件重新导出后提交",
     "The reading process died on this file", "Export it again from the original"},
    {"protocol", "读取此文件时读取程序给出的内容不可信，未采用", "请从原文件重新导出后提交",
     "What the reading process said of this file could not be trusted and was not used",
     "Export it again from the original"},
    {"reader-missing", "读取程序没有安装，文件未读", "请维护人员运行 biaoshen doctor 检查安装",
     "The reading program is not installed; the file was not read",
     "Whoever maintains it should run biaoshen doctor"},
    {"not-reached", "读取停止前未读到此页", "", "Reading stopped before this page", ""},
    // names and places
    {"symlink", "是符号链接，不跟随", "请放入文件本身", "A symbolic link is not followed",
     "Put in the file itself"},
    {"not-a-file", "不是普通文件", "请只放入普通文件", "It is not an ordinary file",
     "Put in ordinary files only"},
    {"unsafe-name", "文件名含有不安全的路径或字符", "请改用普通文件名",
     "The name holds an unsafe path or character", "Use an ordinary name"},
    {"name-encoding", "文件名编码已转换", "", "The encoding of the name was converted", ""},
    {"name-encoding-unsure", "文件名编码不能确定，显示的名称可能有误", "请核对文件名",
     "The encoding of the name is uncertain; it may be shown wrongly", "Check the name"},
    {"name-clash", "有同名文件", "请为文件取不同的名称", "Two files have the same name",
     "Give the files different names"},
    {"name-clash-case", "有仅大小写不同的同名文件", "请为文件取不同的名称",
     "Two names differ only in case", "Give the files different names"},
    {"name-clash-normalised", "有看起来相同的文件名", "请为文件取不同的名称",
     "Two names look the same", "Give the files different names"},
    {"name-not-portable", "文件名在某些系统上不能使用", "请改用普通文件名",
     "The name cannot be used on some systems", "Use an ordinary name"},
    {"name-shortened", "文件名过长，已缩短显示", "请缩短文件名",
     "The name is too long and was shortened", "Use a shorter name"},
    {"wrong-extension", "扩展名与实际格式不符，已按实际格式读取", "请改正扩展名",
     "The extension is not that of the format; it was read as what it is", "Correct the extension"},
    {"litter", "操作系统产生的文件，不审查", "", "A file of the operating system, not reviewed",
     ""},
    {"duplicate", "与另一文件内容完全相同", "", "It has the same content as another file", ""},
    {"empty-dossier", "材料包中没有可审查的文件", "请提交申报材料",
     "The dossier holds no file to review", "Send the materials"},
    // pages and text
    {"needs-ocr", "页面只有图像，没有可读取的文字", "请提交可复制文字的电子版；扫描件由审查人核对",
     "The page is an image without text",
     "Send the electronic original; scans are for a person to check"},
    {"text-suspect", "文字层与显示的内容可能不符，不作判定依据", "请从原文件重新导出 PDF",
     "The text layer may not be what the page shows; nothing was decided from it",
     "Export the PDF again from the original"},
    {"text-repaired", "由乱码字形还原了部分文字", "",
     "Some text was repaired from a font without characters", ""},
    {"hidden-text", "含有看不见的文字，未采信", "请提交不含隐藏文字的文件",
     "It holds text that cannot be seen; it was not used", "Send a file without hidden text"},
    {"hidden-text-only", "页面只有看不见的文字（早先识别的结果），不作判定依据",
     "请提交可复制文字的电子版",
     "The page has only text that cannot be seen, from an earlier recognition; nothing was decided "
     "from it",
     "Send the electronic original"},
    {"outlined-glyphs", "文字已转为曲线，没有可读取的文字", "请提交可复制文字的电子版",
     "The letters were turned into outlines, so there is no text to read",
     "Send the electronic original with its text"},
    {"blank-page", "空白页", "", "Blank page", ""},
    {"damaged-page", "此页损坏，未能读出", "请从原文件重新导出后提交",
     "The page is damaged and could not be read", "Export it again from the original"},
    {"page-size", "页面尺寸异常", "请按 A4 幅面重新导出", "The page has an unusual size",
     "Export it as A4"},
    {"xml-doctype", "文件内部含有不安全的声明，未打开", "请用办公软件另存后提交",
     "The inside of the file has an unsafe declaration; it was not opened",
     "Save it again in an office program"},
    {"xml-damaged", "文件内部结构损坏，部分内容未读出", "请用办公软件打开并另存后提交",
     "The inside of the file is damaged; a part was not read",
     "Open it in an office program and save it again"},
    {"trailing-data", "文件末尾有多余数据，未读取", "",
     "There is data after the end of the file; it was not read", ""},
    // what else is inside
    {"external-reference", "引用了文件以外的内容，未读取", "请把内容放入文件本身",
     "It refers to something outside the file; that was not read",
     "Put the content into the file itself"},
    {"macro", "含有宏，未运行", "请提交不含宏的文件", "It holds macros; they were not run",
     "Send a file without macros"},
    {"attachment", "含有附件，附件未审查", "请把附件作为单独的文件提交",
     "It holds attachments; they were not reviewed", "Send attachments as files of their own"},
    {"active-content", "含有脚本等动态内容，未运行", "请提交不含动态内容的文件",
     "It holds scripts or the like; they were not run", "Send a file without them"},
    {"permissions", "设有复制或打印限制，不影响审查", "",
     "It restricts copying or printing; that does not matter here", ""},
    {"revisions", "含有修订记录，按接受修订后的内容读取", "请接受或拒绝全部修订后提交",
     "It has tracked changes; it was read as if they were accepted",
     "Accept or reject all changes"},
    {"comments", "含有批注，批注未作为正文读取", "请删除批注后提交",
     "It has comments; they were not read as text", "Remove the comments"},
    {"hidden-sheet", "含有隐藏的工作表", "请取消隐藏或删除该工作表", "It has a hidden sheet",
     "Unhide or delete the sheet"},
    {"formula", "单元格是公式，按文件中保存的结果读取", "",
     "A cell is a formula; its stored result was read", ""},
    {"programme-assumed", "材料中没有认出申报项目，按下列方案审查",
     "请核对申报项目；不符时用 --programme 指定后重新审查",
     "The programme was not recognised from the dossier; this one was assumed",
     "Check the programme; if it is another, review again with --programme"},
    {"internal", "读取时程序出错", "请联系程序维护人员", "The program failed while reading",
     "Tell those who maintain the program"},
};

const ProblemWording* find_wording(std::string_view kind) {
  const auto* found = std::ranges::find(kProblems, kind, &ProblemWording::kind);
  return found == std::end(kProblems) ? nullptr : found;
}

}  // namespace

std::span<const ProblemWording> problem_wordings() {
  return kProblems;
}

std::string problem_in_words(const Problem& problem, Language language) {
  const ProblemWording* row = find_wording(problem.kind);
  const bool is_zh = language == Language::zh;
  std::string out(row == nullptr ? std::string_view(problem.kind)
                  : is_zh        ? row->what_zh
                                 : row->what_en);
  // A detail is a value or a name; a whole sentence would say the same twice, in one language only.
  if (problem.detail.empty() || (row != nullptr && contains(problem.detail, "。"))) return out;
  return out + (is_zh ? "（" + problem.detail + "）" : " (" + problem.detail + ")");
}

std::string remedy_in_words(const Problem& problem, Language language) {
  const ProblemWording* row = find_wording(problem.kind);
  if (row == nullptr) return {};
  return std::string(language == Language::zh ? row->remedy_zh : row->remedy_en);
}

}  // namespace biaoshen
