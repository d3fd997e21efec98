#include "pipeline/ledger/ledger.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

constexpr int kApplication = 0x62696173;  // "bias"; says that the file is ours
constexpr int kVersion = 1;

constexpr std::array<std::string_view, 5> kStates = {"seen", "settled", "claimed", "done",
                                                     "quarantined"};

constexpr const char* kSchema = R"(
CREATE TABLE entry(
  folder BLOB PRIMARY KEY, state TEXT NOT NULL, signature TEXT, input_sha256 TEXT,
  bytes INTEGER, files INTEGER, tried_sha256 TEXT, deaths INTEGER, kills INTEGER, losses INTEGER,
  reason TEXT, duplicate_of BLOB, result_input TEXT, programme TEXT, setting_sha256 TEXT, as_of TEXT,
  number_key TEXT, verdict TEXT, result_stamp TEXT, revision INTEGER, pages INTEGER, seconds REAL
) WITHOUT ROWID;
CREATE INDEX entry_by_state ON entry(state);
CREATE INDEX entry_by_input ON entry(input_sha256);
)";

// A name as the file system has it need not be text.
struct Bytes {
  std::string& value;
};
struct ConstBytes {
  const std::string& value;
};

// Every column of an entry, in the order of the schema.
template <typename Entry, typename Visit>
void for_each_column(Entry& entry, Visit visit) {
  using Name = std::conditional_t<std::is_const_v<Entry>, ConstBytes, Bytes>;
  visit(Name{entry.folder});
  visit(entry.state);
  visit(entry.signature);
  visit(entry.input_sha256);
  visit(entry.bytes);
  visit(entry.files);
  visit(entry.tried_sha256);
  visit(entry.deaths);
  visit(entry.kills);
  visit(entry.losses);
  visit(entry.reason);
  visit(Name{entry.duplicate_of});
  visit(entry.result_input);
  visit(entry.programme);
  visit(entry.setting_sha256);
  visit(entry.as_of);
  visit(entry.number_key);
  visit(entry.verdict);
  visit(entry.result_stamp);
  visit(entry.revision);
  visit(entry.pages);
  visit(entry.seconds);
}

class Binder {
 public:
  explicit Binder(SQLite::Statement& statement) : statement_(statement) {}
  void operator()(ConstBytes name) {
    statement_.bind(++at_, name.value.data(), static_cast<int>(name.value.size()));
  }
  void operator()(LedgerState state) { statement_.bind(++at_, std::string(name_of(state))); }
  void operator()(const std::string& text) { statement_.bind(++at_, text); }
  void operator()(std::uint64_t number) {
    statement_.bind(++at_, static_cast<std::int64_t>(number));
  }
  void operator()(int number) { statement_.bind(++at_, number); }
  void operator()(double number) { statement_.bind(++at_, number); }

 private:
  SQLite::Statement& statement_;
  int at_ = 0;
};

class Columns {
 public:
  explicit Columns(SQLite::Statement& statement) : statement_(statement) {}
  void operator()(Bytes name) { name.value = next().getString(); }
  void operator()(LedgerState& state) {
    const auto at = std::find(kStates.begin(), kStates.end(), next().getString());
    // A state nobody knows: looked at as if for the first time.
    state =
        at == kStates.end() ? LedgerState::seen : static_cast<LedgerState>(at - kStates.begin());
  }
  void operator()(std::string& text) { text = next().getString(); }
  void operator()(std::uint64_t& number) { number = static_cast<std::uint64_t>(next().getInt64()); }
  void operator()(int& number) { number = next().getInt(); }
  void operator()(double& number) { number = next().getDouble(); }

 private:
  SQLite::Column next() { return statement_.getColumn(at_++); }

  SQLite::Statement& statement_;
  int at_ = 0;
};

// A prepared statement, free again for the next one when this goes.
class Use {
 public:
  explicit Use(SQLite::Statement& statement) : statement_(statement) {}
  ~Use() { statement_.tryReset(); }
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;
  SQLite::Statement* operator->() { return &statement_; }
  std::optional<LedgerEntry> row() {
    if (!statement_.executeStep()) return std::nullopt;
    LedgerEntry entry;
    for_each_column(entry, Columns(statement_));
    return entry;
  }
  std::vector<LedgerEntry> rows() {
    std::vector<LedgerEntry> found;
    while (auto entry = row()) found.push_back(std::move(*entry));
    return found;
  }

 private:
  SQLite::Statement& statement_;
};

bool is_damage(const SQLite::Exception& error) {
  const int code = error.getErrorCode() & 0xff;
  return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

tl::unexpected<Error> failed(const fs::path& file, const SQLite::Exception& error) {
  const char* remedy = "; check the disk and the folder's permissions";
  const int code = error.getErrorCode() & 0xff;
  if (code == SQLITE_FULL) remedy = "; make room on the disk";
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
    remedy = "; end the other program that has it open";
  if (is_damage(error)) remedy = "; start again: it is moved aside then and found out anew";
  return fail(ErrorCode::output, file.string() + ": " + error.what() + remedy);
}

int number_in(SQLite::Database& database, const char* query) {
  return database.execAndGet(query).getInt();
}

// Error: output, where the file belongs to something else.
Result<void> check_is_ours(SQLite::Database& database, const fs::path& file) {
  constexpr const char* kRemedy = "; move it away, a new one is made and costs time only";
  const int application = number_in(database, "PRAGMA application_id");
  const int version = number_in(database, "PRAGMA user_version");
  const bool is_new = application == 0 && version == 0 &&
                      number_in(database, "SELECT count(*) FROM sqlite_schema") == 0;
  if (!is_new && application != kApplication)
    return fail(ErrorCode::output, file.string() + ": is a database of another program" + kRemedy);
  if (version > kVersion)
    return fail(ErrorCode::output, file.string() + ": was written by a newer biaoshen" + kRemedy);
  if (!is_new && version < kVersion)
    return fail(ErrorCode::output, file.string() + ": was written by an older biaoshen" + kRemedy);
  return {};
}

void make_tables(SQLite::Database& database) {
  if (number_in(database, "PRAGMA user_version") == kVersion) return;
  SQLite::Transaction transaction(database);
  database.exec(kSchema);
  database.exec("PRAGMA application_id=" + std::to_string(kApplication));
  database.exec("PRAGMA user_version=" + std::to_string(kVersion));
  transaction.commit();
}

// The file and its journal get a name that is free. Gives the new name; empty: it cannot be done.
fs::path move_aside(const fs::path& file) {
  std::error_code error;
  for (int n = 1; n < 1000; ++n) {
    fs::path aside = file;
    aside += ".damaged-" + std::to_string(n);
    if (fs::exists(fs::symlink_status(aside, error))) continue;
    fs::rename(file, aside, error);
    if (error) return {};
    for (const char* journal : {"-wal", "-shm", "-journal"}) {
      fs::path from = file, to = aside;
      fs::rename(from += journal, to += journal, error);
    }
    return aside;
  }
  return {};
}

const char* const kPut = R"(INSERT OR REPLACE INTO entry
  VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?))";

}  // namespace

std::string_view name_of(LedgerState state) {
  return kStates.at(static_cast<std::size_t>(state));
}

struct Ledger::Store {
  // Exclusive locking needs no shared memory, so that WAL works on network disks too.
  explicit Store(const fs::path& path)
      : file(path), database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 2000) {
    database.exec("PRAGMA locking_mode=EXCLUSIVE");
  }

  void prepare() {
    if (database.execAndGet("PRAGMA quick_check(1)").getString() != "ok")
      throw SQLite::Exception("quick_check", SQLITE_CORRUPT);
    database.exec("PRAGMA journal_mode=WAL");
    database.exec("PRAGMA synchronous=FULL");
    make_tables(database);
    find.emplace(database, "SELECT * FROM entry WHERE folder=?");
    put.emplace(database, kPut);
    forget.emplace(database, "DELETE FROM entry WHERE folder=?");
    in_state.emplace(database, "SELECT * FROM entry WHERE state=? ORDER BY folder");
    with_input.emplace(database, "SELECT * FROM entry WHERE input_sha256=? ORDER BY folder");
    counts.emplace(database, "SELECT state, count(*) FROM entry GROUP BY state");
    after.emplace(database, "SELECT * FROM entry WHERE folder>? ORDER BY folder LIMIT 256");
  }

  void write(const LedgerEntry& entry) {
    Use use(*put);
    for_each_column(entry, Binder(*put));
    use->exec();
  }

  // What SQLite throws goes no further than this.
  template <typename Work>
  auto guarded(Work work) -> Result<decltype(work())> {
    try {
      if constexpr (std::is_void_v<decltype(work())>) {
        work();
        return {};
      } else {
        return work();
      }
    } catch (const SQLite::Exception& error) {
      return failed(file, error);
    }
  }

  fs::path file, aside;
  SQLite::Database database;
  std::optional<SQLite::Statement> find, put, forget, in_state, with_input, counts, after;
};

Ledger::Ledger(std::unique_ptr<Store> store) : store_(std::move(store)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

const fs::path& Ledger::moved_aside() const {
  return store_->aside;
}

Result<Ledger> Ledger::open(const fs::path& file) {
  fs::path aside;
  for (;;) {
    try {
      auto store = std::make_unique<Store>(file);
      if (auto ours = check_is_ours(store->database, file); !ours)
        return tl::unexpected(ours.error());
      store->prepare();
      store->aside = aside;
      return Ledger(std::move(store));
    } catch (const SQLite::Exception& error) {
      if (!is_damage(error) || !aside.empty()) return failed(file, error);
      aside = move_aside(file);
      if (aside.empty()) return failed(file, error);
    }
  }
}

Result<std::optional<LedgerEntry>> Ledger::find(const std::string& folder) const {
  return store_->guarded([&] {
    Use use(*store_->find);
    Binder{*store_->find}(ConstBytes{folder});
    return use.row();
  });
}

Result<void> Ledger::put(const LedgerEntry& entry) {
  return store_->guarded([&] { store_->write(entry); });
}

Result<void> Ledger::put(const std::vector<LedgerEntry>& entries) {
  return store_->guarded([&] {
    SQLite::Transaction transaction(store_->database);
    for (const LedgerEntry& entry : entries) store_->write(entry);
    transaction.commit();
  });
}

Result<void> Ledger::forget(const std::string& folder) {
  return store_->guarded([&] {
    Use use(*store_->forget);
    Binder{*store_->forget}(ConstBytes{folder});
    use->exec();
  });
}

Result<std::vector<LedgerEntry>> Ledger::in_state(LedgerState state) const {
  return store_->guarded([&] {
    Use use(*store_->in_state);
    Binder{*store_->in_state}(state);
    return use.rows();
  });
}

Result<std::vector<LedgerEntry>> Ledger::with_input(const std::string& sha256) const {
  return store_->guarded([&] {
    Use use(*store_->with_input);
    Binder{*store_->with_input}(sha256);
    return use.rows();
  });
}

Result<std::map<LedgerState, std::size_t>> Ledger::counts() const {
  return store_->guarded([&] {
    std::map<LedgerState, std::size_t> found;
    Use use(*store_->counts);
    while (use->executeStep()) {
      LedgerState state{};
      Columns columns(*store_->counts);
      columns(state);
      std::uint64_t count = 0;
      columns(count);
      found[state] += count;
    }
    return found;
  });
}

Result<void> Ledger::each(const std::function<void(const LedgerEntry&)>& use) const {
  std::string last;  // no folder has an empty name
  for (;;) {
    const auto some = store_->guarded([&] {
      Use page(*store_->after);
      Binder{*store_->after}(ConstBytes{last});
      return page.rows();
    });
    if (!some) return tl::unexpected(some.error());
    if (some->empty()) return {};
    for (const LedgerEntry& entry : *some) use(entry);
    last = some->back().folder;
  }
}

}  // namespace biaoshen
