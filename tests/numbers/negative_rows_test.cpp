// Texts that look like standard numbers and are none, by the id of their row in
// the project's collection of samples.
#include <catch2/catch.hpp>

#include "extractors/numbers/number_grammar.h"

namespace biaoshen {
namespace {

struct NegativeRow {
  const char* id;
  const char* text;
};

const NegativeRow kNegativeRows[] = {
    {"X1", "国标委联〔2022〕6号"},
    {"X2", "工信部科[2017]324号"},
    {"X3", "国发〔2015〕13号"},
    {"X4", "国质检标联〔2017〕536号"},
    {"X5", "工信厅科函﹝2024﹞257号"},
    {"X6", "国标委联〔2019) 1 号"},
    {"X6", "国标委会联〔2022〕6号"},
    {"X7", "中电协【2026】410 号"},
    {"X8", "湘药材协〔2025〕12号"},
    {"X8", "浙市监函〔2020〕355 号"},
    {"X8", "市监标创函〔2019〕1104号"},
    {"X9", "2018年第4号"},
    {"X10", "20112220-T-456"},
    {"X10", "20000243-T-456"},
    {"X11", "2025-003T-CAEE"},
    {"X12", "备案号：61715-2018"},
    {"X13", "ICS 13.020.01"},
    {"X13", "97.040.99"},
    {"X14", "Y68"},
    {"X14", "CCS A 00"},
    {"X14", "A00/M7520"},
    {"X15", "C385 家用电力器具制造"},
    {"X16", "51440100517355015H"},
    {"X17", "京ICP备10046988号-26"},
    {"X18", "010-82261056"},
    {"X18", "010-64289128-4132"},
    {"X18", "13810831731"},
    {"X19", "2024-05-15 09:14:33"},
    {"X19", "2018-5-17 17:13:18"},
    {"X20", "TC144"},
    {"X20", "SAC/TC 286"},
    {"X20", "SAC/TC 180"},
    {"X21", "03G101-1"},
    {"X21", "05SJ806"},
    {"X21", "23CG60"},
    {"X21", "陕02J02"},
    {"X21", "97浙TJ1"},
    {"X21", "浙G16-91"},
    {"X21", "J16Z607"},
    {"X21", "S1-23"},
    {"X22", "ZZ26SW1489303A"},
    {"X23", "1001-9677(2021)012-0108-04"},
    {"X23", "TQ016.1"},
    {"X24", "GB/T XXXXX—XXXX"},
    {"X24", "T/XZYC XXXXYYYY"},
    {"X24", "DB5101/ XXX 2020"},
    {"X24", "Q/LB.□XXXXX-XXXX"},
    {"X25", "dB(A)"},
    {"X25", "65 dB"},
    {"X25", "≤55dB"},
    {"X26", "16GB"},
    {"X26", "256 GB 内存"},
    {"X26", "GB/s"},
    {"X27", "GB2312 编码"},
    {"X27", "GBK"},
    {"X27", "GB18030 编码"},
    {"X28", "GB-2020"},
    {"X28", "HT-2023-001"},
    {"X28", "JB-6"},
    {"X29", "ZL201410123456.7"},
    {"X29", "CN 107123456 B"},
    {"X30", "/StandardManage/Detail/22746/"},
    {"X30", "hcno=083B48FA72DBD3B9BDE74507BC31736A"},
    {"X31", "100088"},
    {"X31", "邮编 : 510180"},
    {"X32", "T/T 30天付款"},
    {"X32", "Q/A"},
    {"X32", "N/A"},
    {"X33", "ISO 100 感光度"},
    {"X34", "第十批"},
    {"X34", "2023年度"},
    {"X34", "2020-2022 年"},
    {"X35", "G101 次"},
    {"X35", "K7+200"},
    {"X36", "表A.1"},
    {"X36", "附录B.2"},
    {"X36", "图1-2"},
    {"X36", "8.1.2"},
    {"X37", "R9787506600000"},
    {"X37", "ISBN 978-7-5066-1234-5"},
    {"X38", "CNAS L1234"},
    {"X38", "CMA 2015xxxxxx"},
    {"X39", "事项编码 11100000MB0194554T"},
    {"X40", "一式两份"},
    {"X40", "(1份)"},
    {"X40", "10个"},
    {"X41", "工信部科〔2017\n〕324号"},
    {"X42", "ISO/IEC 导则，第2部分，2018"},
};

}  // namespace

TEST_CASE("what only looks like a standard number is left alone in every context") {
  for (const NegativeRow& row : kNegativeRows)
    for (NumberContext context :
         {NumberContext::text, NumberContext::file_name, NumberContext::citation}) {
      CAPTURE(row.id, row.text, static_cast<int>(context));
      // A list of standards whose entry begins with ISO 100 means the standard.
      if (context == NumberContext::citation && std::string_view(row.id) == "X33") continue;
      const auto found = find_numbers(row.text, context);
      CHECK(found.empty());
      CHECK_FALSE(parse_number(row.text));
    }
}

TEST_CASE("the same holds in the middle of a sentence") {
  for (const NegativeRow& row : kNegativeRows) {
    CAPTURE(row.id, row.text);
    CHECK(find_numbers("见下文：" + std::string(row.text) + "，其余从略。").empty());
  }
}

TEST_CASE("amounts, products and web addresses are no standards") {
  for (const char* text : {"内存 512 GB 2 条",
                           "约 300 t/a 2020 年",
                           "QC 小组",
                           "SB 30",
                           "TB 10 以上",
                           "HS 8471.30",
                           "http://www.example.cn/GB/T/1234",
                           "A/T 30",
                           "单位：kg/T 1000",
                           "GB 8 条",
                           "ISO 1600 感光",
                           "IEEE 2019 会议",
                           "版本 V2-2020",
                           "AB/T 12",
                           "SL300",
                           "国家标准 GB 目录",
                           "T/CAS 团体标准",
                           "UL 认证 94",
                           "T/A 001-2020",
                           "Q/A 001",
                           "GB/T 系列 2020-2022"}) {
    CAPTURE(text);
    CHECK(find_numbers(text).empty());
  }
}

}  // namespace biaoshen
