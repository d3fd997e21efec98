#include "templates/writer_table.h"

#include "templates/html/html_writer.h"
#include "templates/json/json_writer.h"

namespace biaoshen {

std::span<const Writer> writers() {
  static const Writer kWriters[] = {
      {"dossier.json", write_json},
      {"dossier.html", write_html},
  };
  return kWriters;
}

}  // namespace biaoshen
