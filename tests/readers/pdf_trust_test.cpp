#include <catch2/catch.hpp>

#include "extractors/readers/pdf/pdf_trust.h"

namespace biaoshen {
namespace {

PageWalk walk_with(std::size_t characters, float image_side = 0) {
  PageWalk walk;
  walk.width = 600;
  walk.height = 800;
  walk.characters = characters;
  if (image_side > 0) {
    DrawnImage drawn;
    drawn.shown = drawn.image.box = {0, 0, image_side, image_side};
    walk.images.push_back(drawn);
  }
  return walk;
}

const std::string kChinese =
    "本文件规定了道路运输车辆智能视频监控报警系统的通讯协议规范，适用于营运车辆视频终端与平台之间的"
    "通讯，其他车辆可参照执行。";

}  // namespace

TEST_CASE("a page without words and pictures is blank, with a picture it needs recognition") {
  CHECK(account_for(walk_with(0), "").source == Source::blank);
  CHECK(account_for(walk_with(0, 500), "").reason == "needs-ocr");
  CHECK(account_for(walk_with(5, 700), "1").reason == "needs-ocr");
}

TEST_CASE("letters drawn as outlines are something, not a blank page") {
  PageWalk walk = walk_with(0);
  walk.outlines = 400;
  CHECK(account_for(walk, "").source == Source::failed);
  CHECK(account_for(walk, "").reason == "outlined-glyphs");
  walk.characters = 1;  // one letter of a cover is text, the others are drawn
  CHECK(account_for(walk, "/").reason == "outlined-glyphs");
  walk.characters = 200;  // a page of text with a drawing
  CHECK(account_for(walk, kChinese).source == Source::text);
}

TEST_CASE("Chinese text is trusted, also beside a picture") {
  CHECK(account_for(walk_with(200, 500), kChinese).source == Source::text);
  CHECK(share_of_common_ideographs(kChinese) > 0.98);
}

TEST_CASE("rare ideographs in a row are a mapping gone wrong") {
  std::string soup;
  for (char32_t c = 0x7300; c < 0x7340; ++c) {
    soup += static_cast<char>(0xE0 | (c >> 12));
    soup += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    soup += static_cast<char>(0x80 | (c & 0x3F));
  }
  CHECK(account_for(walk_with(64), soup).reason == "text-suspect");
}

TEST_CASE("Founder letters alone do not make a page suspect") {
  std::string page = kChinese + "犌犅／犜１４８３３—２０２０犐犆犛犌犅／犜犌犅／犜犌犅／犜犌犅／犜";
  CHECK(account_for(walk_with(200), page).source == Source::text);
}

TEST_CASE("a page of punctuation is soup, a table of contents is not") {
  CHECK(account_for(walk_with(60), "! \" # $ % & ' ( ) * + , ! \" # $ % & ' ( ) * +").reason ==
        "text-suspect");
  CHECK(account_for(
            walk_with(300),
            "1 范围................................1\n2 规范性引用文件.....................1\n")
            .source == Source::text);
}

TEST_CASE("fonts that do not say what they mean make a page suspect") {
  PageWalk walk = walk_with(100);
  walk.unexplained = 80;
  CHECK(account_for(walk, kChinese).reason == "text-suspect");
}

TEST_CASE("when the numbers alone are in a font without meaning, the page is suspect") {
  PageWalk walk = walk_with(200);
  walk.unexplained = 40;
  CHECK(account_for(walk, kChinese).reason == "text-suspect");
  walk.unexplained = 8;  // bullets
  CHECK(account_for(walk, kChinese).source == Source::text);
}

TEST_CASE("words under an image that hides the page are an earlier recognition") {
  PageWalk walk = walk_with(200, 600);
  walk.covered = 198;
  CHECK(account_for(walk, kChinese).reason == "hidden-text-only");
}

TEST_CASE("a phrase printed again and again over a page covers it little") {
  PageWalk walk = walk_with(200);
  for (int i = 0; i < 40; ++i) {
    const auto top = static_cast<float>(i) * 20;
    walk.words.push_back({"全国团体标准信息平台", {0, top, 400, top + 18}, 18, 0});
  }
  CHECK(covered_by_words(walk) < 0.05);
  for (std::size_t i = 0; i < walk.words.size(); ++i) walk.words[i].text += std::to_string(i);
  CHECK(covered_by_words(walk) > 0.5);
}

TEST_CASE("letters of many scripts among Chinese are a mapping gone wrong, those of one are not") {
  std::string mixed = kChinese;
  for (int i = 0; i < 20; ++i) mixed += "ÐvÅÈ";
  CHECK(account_for(walk_with(200), mixed).reason == "text-suspect");
  std::string scripts;
  for (int i = 0; i < 8; ++i) scripts += "໛ো݅੠ᆚᇐᡔ";
  CHECK(account_for(walk_with(56), scripts).reason == "text-suspect");
  std::string german;
  for (int i = 0; i < 20; ++i) german += "Prüfverfahren für Straßenbeläge ";
  CHECK(account_for(walk_with(500), german).source == Source::text);
}

TEST_CASE("a run of mixed punctuation is a word gone wrong, brackets in a row are not") {
  std::string page = "A page of letters that are what they say, line after line of it. ";
  CHECK(account_for(walk_with(90), page + "! \" # $ % & ' ( ) * + , !\"#$%&'()*+").reason ==
        "text-suspect");
  for (int i = 0; i < 30; ++i) page += "fetch(array[index], base); ";
  CHECK(account_for(walk_with(400), page).source == Source::text);
}

}  // namespace biaoshen
