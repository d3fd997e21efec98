// Numbers as they really stand in documents and names of files, by the id of
// their row in the project's collection of samples.
#include <catch2/catch.hpp>

#include "extractors/numbers/number_grammar.h"

namespace biaoshen {
namespace {

using enum NumberKind;
constexpr NumberContext kText = NumberContext::text, kFile = NumberContext::file_name;
enum Trust { hi, lo };

struct PositiveRow {
  const char* id;
  NumberContext context;
  const char* raw;
  NumberKind kind;
  const char* body;  // prefix, or the code of a group or enterprise
  const char* nature;
  const char* sequence;
  const char* year;
  const char* key;
  Trust trust;
  const char* doubt = "";
};

const PositiveRow kPositiveRows[] = {
    {"P1", kText, "GB/T 20004.2-2018", national, "GB", "T", "20004.2", "2018", "GB/T 20004.2-2018",
     hi},
    {"P2", kText, "DB11/T 2020-2022", local, "DB11", "T", "2020", "2022", "DB11/T 2020-2022", hi},
    {"P3", kText, "DB11/T2020—2022", local, "DB11", "T", "2020", "2022", "DB11/T 2020-2022", hi},
    {"P4", kText, "GB/T 1.1—2020", national, "GB", "T", "1.1", "2020", "GB/T 1.1-2020", hi},
    {"P5", kText, "犌犅／犜１．１—２０２０", national, "GB", "T", "1.1", "2020", "GB/T 1.1-2020",
     hi, "founder"},
    {"P6", kText, "犌犅／犜7363—2021", national, "GB", "T", "7363", "2021", "GB/T 7363-2021", hi,
     "founder"},
    {"P7", kText, "犜/犆犆5—2020", group, "CC", "", "5", "2020", "T/CC 5-2020", hi, "founder"},
    {"P8", kText, "GB<sup>/</sup>T32952<sup>—</sup>2016", national, "GB", "T", "32952", "2016",
     "GB/T 32952-2016", hi},
    {"P9", kText, "GB 5085.6 — 2007", national, "GB", "", "5085.6", "2007", "GB 5085.6-2007", hi},
    {"P10", kText, "GB 1886.64—2015", national, "GB", "", "1886.64", "2015", "GB 1886.64-2015", hi},
    {"P11", kText, "GB/T 17376—2008/ISO 5509:2000", national, "GB", "T", "17376", "2008",
     "GB/T 17376-2008", hi},
    {"P13", kText, "GB／T50720", national, "GB", "T", "50720", "", "GB/T 50720", hi},
    {"P14", kFile, "GB_T 50720-2011", national, "GB", "T", "50720", "2011", "GB/T 50720-2011", hi},
    {"P15", kFile, "GBT20157-2006", national, "GB", "T", "20157", "2006", "GB/T 20157-2006", hi},
    {"P16", kFile, "扫描件_归档_GBT43556.1-2023_v2(水印).pdf", national, "GB", "T", "43556.1",
     "2023", "GB/T 43556.1-2023", hi},
    {"P17", kFile, "GB T 17825.4 1999", national, "GB", "T", "17825.4", "1999", "GB/T 17825.4-1999",
     lo, "dash-lost"},
    {"P18", kFile, "GBT2828 1-2003", national, "GB", "T", "2828.1", "2003", "GB/T 2828.1-2003", lo,
     "split"},
    {"P19", kText, "GB 18030 一 2005", national, "GB", "", "18030", "2005", "GB 18030-2005", hi,
     "dash"},
    {"P20", kText, "GB 13000.1-93", national, "GB", "", "13000.1", "1993", "GB 13000.1-1993", hi},
    {"P21", kText, "GBJ 16-87", national, "GBJ", "", "16", "1987", "GBJ 16-1987", hi},
    {"P22", kText, "GB 50016-2014（2018年版）", national, "GB", "", "50016", "2014",
     "GB 50016-2014 (2018年版)", hi},
    {"P23", kText, "GB/T 15629.11-2003/XG1-2006", national, "GB", "T", "15629.11", "2003",
     "GB/T 15629.11-2003/XG1-2006", hi},
    {"P24", kText, "GB9744-2024/XG1-2025", national, "GB", "", "9744", "2024",
     "GB 9744-2024/XG1-2025", hi},
    {"P25", kText, "GB/Z43194", national, "GB", "Z", "43194", "", "GB/Z 43194", hi},
    {"P26", kFile, "GBZ 43194-2023", national, "GB", "Z", "43194", "2023", "GB/Z 43194-2023", lo,
     "slash-lost"},
    {"P27", kText, "GBZ 188-2014", national, "GBZ", "", "188", "2014", "GBZ 188-2014", hi},
    {"P28", kText, "GBZ/T 192.1-2007", national, "GBZ", "T", "192.1", "2007", "GBZ/T 192.1-2007",
     hi},
    {"P29", kText, "GJB9001A-2001", national, "GJB", "", "9001A", "2001", "GJB 9001A-2001", hi},
    {"P30", kText, "GJB/Z9001-9004-96", national, "GJB", "Z", "9001-9004", "1996",
     "GJB/Z 9001-9004-1996", lo, "range"},
    {"P31", kText, "GB/T 20000.4—20031", national, "GB", "T", "20000.4", "2003",
     "GB/T 20000.4-2003", lo, "footnote"},
    {"P32", kText, "GB/T20001(所有部分)", national, "GB", "T", "20001", "", "GB/T 20001(所有部分)",
     hi},
    {"P33", kText, "GB/T 5606.1-2004", national, "GB", "T", "5606.1", "2004", "GB/T 5606.1-2004",
     hi},
    {"P34", kText, "JB/T 13368-2018", industry, "JB", "T", "13368", "2018", "JB/T 13368-2018", hi},
    {"P35", kText, "NB/T 47013.3-2015", industry, "NB", "T", "47013.3", "2015", "NB/T 47013.3-2015",
     hi},
    {"P36", kFile, "【行业标准】NYT 90-2014 农村户用沼气发酵工艺规程.pdf", industry, "NY", "T",
     "90", "2014", "NY/T 90-2014", hi},
    {"P37", kFile, "RBT 2142017", industry, "RB", "T", "214", "2017", "RB/T 214-2017", lo,
     "dash-lost"},
    {"P38", kFile, "WS T 877-2026", industry, "WS", "T", "877", "2026", "WS/T 877-2026", hi},
    {"P39", kText, "SJ/Z 11352-2006", industry, "SJ", "Z", "11352", "2006", "SJ/Z 11352-2006", hi},
    {"P40", kText, "LY / T 1960—\n2017", industry, "LY", "T", "1960", "2017", "LY/T 1960-2017", lo,
     "split"},
    {"P41", kText, "CJ 14-2016", industry, "CJ", "", "14", "2016", "CJ 14-2016", hi},
    {"P42", kFile, "CJJ_T 287-2018 园林绿化养护标准", industry, "CJJ", "T", "287", "2018",
     "CJJ/T 287-2018", hi},
    {"P43", kText, "JTG/T F20-2015", industry, "JTG", "T", "F20", "2015", "JTG/T F20-2015", hi},
    {"P44", kText, "DY/T 3-2020", industry, "DY", "T", "3", "2020", "DY/T 3-2020", hi},
    {"P45", kText, "DB/T 1-2000", industry, "DB", "T", "1", "2000", "DB/T 1-2000", hi},
    {"P46", kText, "TB 10621-2014", industry, "TB", "", "10621", "2014", "TB 10621-2014", hi},
    {"P47", kText, "DB12∕T 1052-2021", local, "DB12", "T", "1052", "2021", "DB12/T 1052-2021", hi},
    {"P48", kFile, "DB32_T 3700-2019", local, "DB32", "T", "3700", "2019", "DB32/T 3700-2019", hi},
    {"P49", kFile, "DB323700", local, "DB32", "", "3700", "", "DB32 3700", lo, "ambiguous"},
    {"P50", kText, "DB | 15 / T 389—2021", local, "DB15", "T", "389", "2021", "DB15/T 389-2021", lo,
     "split"},
    {"P51", kText, "DB3205/T 1172—2025", local, "DB3205", "T", "1172", "2025", "DB3205/T 1172-2025",
     hi},
    {"P52", kText, "DB4403/T 551.2-2024", local, "DB4403", "T", "551.2", "2024",
     "DB4403/T 551.2-2024", hi},
    {"P53", kFile, "DB11T 1234-2020 北京地标.pdf", local, "DB11", "T", "1234", "2020",
     "DB11/T 1234-2020", hi},
    {"P54", kText, "DB11/ 307—2013", local, "DB11", "", "307", "2013", "DB11/ 307-2013", hi},
    {"P55", kFile, "DGTJ08-2064-2009地下铁建筑结构抗震设计规范.rar", local, "DG/TJ", "T", "08-2064",
     "2009", "DG/TJ 08-2064-2009", lo, "slash-lost"},
    {"P56", kText, "SZ/T 12—2015", local, "SZ", "T", "12", "2015", "SZ/T 12-2015", lo,
     "unknown-code"},
    {"P57", kText, "T/GZAEPI 001—2018", group, "GZAEPI", "", "001", "2018", "T/GZAEPI 001-2018",
     hi},
    {"P58", kText, "T/GZAEPI001—2018", group, "GZAEPI", "", "001", "2018", "T/GZAEPI 001-2018", hi},
    {"P59", kText, "T/CMAX21002-2020", group, "CMAX", "", "21002", "2020", "T/CMAX 21002-2020", hi},
    {"P60", kText, "T/CESA 1270.3-2023", group, "CESA", "", "1270.3", "2023", "T/CESA 1270.3-2023",
     hi},
    {"P61", kText, "T/CAS 2.2-2018", group, "CAS", "", "2.2", "2018", "T/CAS 2.2-2018", hi},
    {"P62", kText, "T/CECA-G 0171-2022", group, "CECA-G", "", "0171", "2022", "T/CECA-G 0171-2022",
     hi},
    {"P63", kText, "T/TFMJ 01—2024", group, "TFMJ", "", "01", "2024", "T/TFMJ 01-2024", hi},
    {"P64", kText, "T/TMAC 455—2926", group, "TMAC", "", "455", "2926", "T/TMAC 455-2926", lo,
     "year-range"},
    {"P65", kText, "T/XZYC 00552024", group, "XZYC", "", "0055", "2024", "T/XZYC 0055-2024", lo,
     "dash-lost"},
    {"P66", kFile, "T_CECS 101-2021 协会标准.pdf", group, "CECS", "", "101", "2021",
     "T/CECS 101-2021", hi},
    {"P67", kFile, "TCECS101-2021.pdf", group, "CECS", "", "101", "2021", "T/CECS 101-2021", lo,
     "slash-lost"},
    {"P68", kFile, "TCC-5-2020-商贸流通企业诚信管理体系", group, "CC", "", "5", "2020",
     "T/CC 5-2020", lo, "dash"},
    {"P69", kText, "T/CHEAA 0001-2017《智能家电云云互联互通标准》", group, "CHEAA", "", "0001",
     "2017", "T/CHEAA 0001-2017", hi},
    {"P70", kText, "T／ＣＡＳ　２９０－２０１７", group, "CAS", "", "290", "2017", "T/CAS 290-2017",
     hi},
    {"P72", kText, "T/CAS 290~2017", group, "CAS", "", "290", "2017", "T/CAS 290-2017", lo, "dash"},
    {"P73", kText, "T/CNLIC 0246-2026", group, "CNLIC", "", "0246", "2026", "T/CNLIC 0246-2026",
     hi},
    {"P74", kText, "T/SSIASD 5-2022", group, "SSIASD", "", "5", "2022", "T/SSIASD 5-2022", hi},
    {"P75", kText, "T/PCA 004—2023《精品咖啡鲜果采收要求》", group, "PCA", "", "004", "2023",
     "T/PCA 004-2023", hi},
    {"P76", kText, "T/ZCH 002-2021", group, "ZCH", "", "002", "2021", "T/ZCH 002-2021", hi},
    {"P77", kText, "Q/SRQ 0001S-2023", enterprise, "SRQ", "", "0001S", "2023", "Q/SRQ 0001S-2023",
     hi},
    {"P78", kText, "Q/LPG0001S-2017", enterprise, "LPG", "", "0001S", "2017", "Q/LPG 0001S-2017",
     hi},
    {"P79", kFile, "Q_ABC 1234-2020", enterprise, "ABC", "", "1234", "2020", "Q/ABC 1234-2020", hi},
    {"P80", kText, "ISO 9001:2015", international, "ISO", "", "9001", "2015", "ISO 9001:2015", hi},
    {"P81", kText, "ISO/IEC 8802.11:1999,MOD", international, "ISO/IEC", "", "8802-11", "1999",
     "ISO/IEC 8802-11:1999", hi},
    {"P82", kText, "IEC 61000-4-2:2008", international, "IEC", "", "61000-4-2", "2008",
     "IEC 61000-4-2:2008", hi},
    {"P83", kText, "BS EN ISO 16852-2016", international, "BS EN ISO", "", "16852", "2016",
     "BS EN ISO 16852-2016", hi},
    {"P84", kText, "ISO/DIS 5926", international, "ISO/DIS", "", "5926", "", "ISO/DIS 5926", hi},
    {"P85", kFile, "TSG T7001-2009 第2号修改 第4页", other, "TSG", "", "T7001", "2009",
     "TSG T7001-2009", hi},
    {"P86", kText, "JJF 1070", other, "JJF", "", "1070", "", "JJF 1070", hi},
    {"P87", kFile, "DB34T-团体标准评价指南", local, "DB34", "T", "", "", "DB34/T", lo,
     "incomplete"},
};

}  // namespace

TEST_CASE("each number of the collection is read in all its parts") {
  for (const PositiveRow& row : kPositiveRows) {
    CAPTURE(row.id, row.raw);
    const auto found = find_numbers(row.raw, row.context);
    CHECK(found.size() == 1);
    if (found.empty()) continue;
    const StandardNumber& number = found[0].number;
    CHECK(number.key == row.key);
    CHECK(name_of(number.kind) == name_of(row.kind));
    const bool has_code = row.kind == group || row.kind == enterprise;
    CHECK((has_code ? number.code : number.prefix) == row.body);
    CHECK(number.nature == row.nature);
    CHECK(number.sequence == row.sequence);
    CHECK(number.year == row.year);
    CHECK(number.uncertain == (row.trust == lo));
    CHECK(number.doubt == row.doubt);
    CHECK(number.doubt.empty() == !(number.repaired || number.uncertain));
    CHECK(number.role == NumberRole::mentioned);
  }
}

TEST_CASE("P12: the numbers after the word for replacing are replaced, all along the list") {
  const auto found = find_numbers("代替 GB/T 1677—1981, GB/T 1678—1981");
  REQUIRE(found.size() == 2);
  CHECK(found[0].number.key == "GB/T 1677-1981");
  CHECK(found[1].number.key == "GB/T 1678-1981");
  CHECK(found[0].number.role == NumberRole::replaced);
  CHECK(found[1].number.role == NumberRole::replaced);
}

TEST_CASE("P71: two numbers on one cover are two numbers") {
  const auto found = find_numbers("T/CIE 088—2020\nT/CESA 1119—2020");
  REQUIRE(found.size() == 2);
  CHECK(found[0].number.key == "T/CIE 088-2020");
  CHECK(found[1].number.key == "T/CESA 1119-2020");
  CHECK_FALSE(found[1].number.uncertain);
}

TEST_CASE("what follows the year is kept, and shown where it belongs to the number") {
  auto only = [](std::string_view raw) { return find_numbers(raw).at(0).number; };
  CHECK(only("GB/T 17376—2008/ISO 5509:2000").suffix == "/ISO 5509:2000");
  CHECK(only("GB/T 17376—2008/ISO 5509:2000").display == "GB/T 17376—2008");
  CHECK(only("GB 50016-2014(2018年版)").display == "GB 50016—2014（2018年版）");
  CHECK(only("GB/T 15629.11-2003/XG1-2006").display == "GB/T 15629.11—2003/XG1—2006");
  CHECK(only("GB/T 32918(所有部分)").display == "GB/T 32918（所有部分）");
  CHECK(only("GB/T 32918 (all parts)").key == "GB/T 32918(所有部分)");
  CHECK(only("ISO/IEC 8802.11:1999,MOD").suffix == ",MOD");
  CHECK(only("TSG T7001-2009 第2号修改 第4页").suffix == "第2号修改单");
}

}  // namespace biaoshen
