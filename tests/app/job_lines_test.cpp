// The lines between the forked processes of a batch and its queue, honest and hostile.
#include "pipeline/app/job_lines.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

TEST_CASE("what a job tells is what the queue reads") {
  ReviewStep step;
  step.file = 2;
  step.files = 5;
  step.path = "附件2 \"x\"\n.pdf";
  step.page = 3;
  step.pages = 12;
  step.pages_read = 40;
  const auto read = review_line(line_of(step));
  REQUIRE(read);
  REQUIRE(read->step);
  CHECK(read->step->doing == ReviewStep::Doing::reading);
  CHECK(read->step->file == 2);
  CHECK(read->step->files == 5);
  CHECK(read->step->path == step.path);
  CHECK(read->step->page == 3);
  CHECK(read->step->pages == 12);
  CHECK(read->step->pages_read == 40);
  CHECK_FALSE(read->published);
  CHECK_FALSE(read->error);
  step.doing = ReviewStep::Doing::writing;
  CHECK(line_of(step) == R"({"doing":"write"})");
  CHECK(review_line(line_of(step))->step->doing == ReviewStep::Doing::writing);
}

TEST_CASE("a published review is told with all the queue writes down") {
  PublishedReview told;
  told.verdict = Verdict::returned;
  told.counts = {1, 2, 3, 4, 5, 6};
  told.input_sha256 = "a";
  told.setting_sha256 = "b";
  told.as_of = "2024-09-01";
  told.number_key = "T/XYZ 1";
  told.programme = "group@2024";
  told.revision = 3;
  told.pages = 77;
  told.sandbox = "limits, landlock 7";
  told.last_words = "附件1.pdf: a library: \x1b[2J";
  const auto read = review_line(line_of(told));
  REQUIRE(read);
  REQUIRE(read->published);
  CHECK(line_of(*read->published) == line_of(told));
  CHECK(read->published->verdict == Verdict::returned);
  CHECK(read->published->counts.waived == 6);
  CHECK(read->published->revision == 3);
  CHECK(read->published->sandbox == told.sandbox);
  CHECK(read->published->last_words == told.last_words);
}

TEST_CASE("an error keeps its code and its message") {
  for (const ErrorCode code : {ErrorCode::usage, ErrorCode::input, ErrorCode::profile,
                               ErrorCode::output, ErrorCode::internal, ErrorCode::again}) {
    const auto read = review_line(line_of(Error{code, "磁盘已满"}));
    REQUIRE(read);
    REQUIRE(read->error);
    CHECK(read->error->code == code);
    CHECK(read->error->message == "磁盘已满");
  }
}

TEST_CASE("a line is one line of text whatever is in it") {
  ReviewStep step;
  step.path = "a\nb\r\xff\xfe";
  const std::string line = line_of(step);
  CHECK(line.find('\n') == std::string::npos);
  CHECK(review_line(line));
  CHECK(line_of(Error{ErrorCode::input, "a\nb"}).find('\n') == std::string::npos);
}

TEST_CASE("a digest or why there is none") {
  const auto digest = digest_line(line_of(7, {"abc", ""}));
  REQUIRE(digest);
  CHECK(digest->first == 7);
  CHECK(digest->second.sha256 == "abc");
  const auto error = digest_line(line_of(8, {"", "cannot be opened"}));
  REQUIRE(error);
  CHECK(error->first == 8);
  CHECK(error->second.error == "cannot be opened");
}

TEST_CASE("a line that is something else is nothing") {
  const std::string deep = std::string(20000, '[');
  for (const std::string& line :
       {std::string(),
        std::string("x"),
        std::string("[]"),
        std::string("null"),
        std::string("{}"),
        std::string("{\"doing\":\"sleep\"}"),
        std::string("{\"doing\":\"read\"}"),
        std::string("{\"doing\":1}"),
        std::string("{\"end\":\"published\"}"),
        std::string("{\"end\":\"error\",\"code\":1,\"message\":\"\"}"),
        std::string("{\"end\":\"error\",\"code\":-5,\"message\":\"\"}"),
        std::string("{\"end\":\"error\",\"code\":5}"),
        std::string("{\"end\":\"error\",\"code\":5,\"message\":7}"),
        std::string("{\"end\":\"error\",\"code\":99999999999,\"message\":\"\"}"),
        std::string("{\"tree\":-1,\"sha256\":\"a\"}"),
        std::string("{\"tree\":1.5,\"sha256\":\"a\"}"),
        std::string("{\"tree\":1}"),
        std::string("{\"tree\":1,\"sha256\":\"\"}"),
        std::string("\xff\xfe"),
        deep}) {
    CAPTURE(line.substr(0, 80));
    CHECK_FALSE(review_line(line));
    CHECK_FALSE(digest_line(line));
  }
}

TEST_CASE("numbers that do not fit are not believed") {
  const std::string line =
      R"({"doing":"read","file":1,"files":1,"path":"","page":4294967296,"pages":0,"pages_read":0})";
  CHECK_FALSE(review_line(line));
}
