#include "checkers/predicates/uscc.h"

namespace biaoshen {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::size_t kLength = 18;
constexpr std::size_t kBody = 8;  // index where the nine characters of the body code begin

char check_character(std::string_view code) {
  std::size_t sum = 0, weight = 1;
  for (std::size_t i = 0; i + 1 < kLength; ++i) {
    sum += kAlphabet.find(code[i]) * weight;
    weight = weight * 3 % 31;
  }
  return kAlphabet[(31 - sum % 31) % 31];
}

char body_check_character(std::string_view body) {
  constexpr int kWeights[] = {3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    const int number = body[i] <= '9' ? body[i] - '0' : body[i] - 'A' + 10;
    sum += number * kWeights[i];
  }
  const int check = 11 - sum % 11;
  if (check == 10) return 'X';
  return check == 11 ? '0' : static_cast<char>('0' + check);
}

}  // namespace

UsccFault uscc_fault(std::string_view code) {
  if (code.size() != kLength) return UsccFault::length;
  if (code.find_first_not_of(kAlphabet) != std::string_view::npos) return UsccFault::character;
  for (std::size_t i = 2; i < kBody; ++i) {  // the region
    if (code[i] < '0' || code[i] > '9') return UsccFault::character;
  }
  if (code.back() != check_character(code)) return UsccFault::check;
  const std::string_view body = code.substr(kBody, 9);
  return body.back() == body_check_character(body) ? UsccFault::none : UsccFault::body_check;
}

std::optional<std::string> uscc_proposal(std::string_view code) {
  std::string proposal(code);
  for (char& c : proposal) {
    if (c == 'O') c = '0';
    if (c == 'I') c = '1';
    if (c == 'Z') c = '2';
    if (c == 'S') c = '5';
  }
  if (proposal == code || uscc_fault(proposal) != UsccFault::none) return std::nullopt;
  return proposal;
}

}  // namespace biaoshen
