#include "extractors/worker/transcript.h"

#include "extractors/worker/wire.h"
#include "pipeline/base/sha256.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostBytes = 48u << 20;
constexpr std::size_t kHead = 5, kHash = 64;

struct Piece {
  char kind = 0;
  std::string_view bytes;
};

// The next one, taken from `rest`; false where there is no whole one.
bool take_piece(std::string_view& rest, Piece& piece) {
  if (rest.size() < kHead) return false;
  const std::uint32_t length =
      wire::decode_length(reinterpret_cast<const unsigned char*>(rest.data()) + 1);
  if (rest.size() - kHead < length) return false;
  piece = {rest.front(), rest.substr(kHead, length)};
  rest.remove_prefix(kHead + length);
  return true;
}

}  // namespace

void Transcript::append(char kind, std::string_view piece) {
  if (is_given_up_) return;
  if (bytes_.size() + kHead + piece.size() > kMostBytes) {
    is_given_up_ = true;
    std::string().swap(bytes_);
    return;
  }
  bytes_ += kind;
  for (int shift = 0; shift < 32; shift += 8)
    bytes_ += static_cast<char>(piece.size() >> shift & 0xFF);
  bytes_ += piece;
}

void Transcript::borrow(const std::string& key, const std::string& answer) {
  append('B', sha256(answer) + key);
}

bool Transcript::holds(std::string_view bytes,
                       const std::function<std::string(const std::string& key)>& answer) {
  Piece piece;
  while (!bytes.empty()) {
    if (!take_piece(bytes, piece)) return false;
    if (piece.kind == 'F') continue;
    if (piece.kind != 'B' || piece.bytes.size() < kHash ||
        sha256(answer(std::string(piece.bytes.substr(kHash)))) != piece.bytes.substr(0, kHash))
      return false;
  }
  return true;
}

void Transcript::play(std::string_view bytes, const std::function<bool(std::string_view)>& take) {
  for (Piece piece; take_piece(bytes, piece);)
    if (piece.kind == 'F' && !take(piece.bytes)) return;
}

}  // namespace biaoshen
