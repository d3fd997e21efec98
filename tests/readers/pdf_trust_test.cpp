#include <catch2/catch.hpp>

#include "extractors/readers/pdf_trust.h"

using namespace biaoshen;

namespace {

PageWalk walk_with(std::size_t characters, float image_side = 0) {
  PageWalk walk;
  walk.width = 600;
  walk.height = 800;
  walk.characters = characters;
  if (image_side > 0) walk.images.push_back({{0, 0, image_side, image_side}, 1000, 1000, "jpeg"});
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
  walk.filled_paths = 400;
  CHECK(account_for(walk, "").source == Source::failed);
  CHECK(account_for(walk, "").reason == "outlined-glyphs");
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
