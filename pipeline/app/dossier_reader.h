// What reads the files of one dossier: biaoshen-reader for each, and LibreOffice behind it for
// old formats that it cannot read wholly, where that is installed. One a dossier: it keeps what was
// recognised and the files that were found in files, and is to last until the crops are drawn.
#pragma once

#include "extractors/convert/converting_reader.h"
#include "extractors/convert/office_conversion.h"
#include "extractors/worker/client.h"
#include "pipeline/app/program.h"

namespace biaoshen {

struct DossierReader {
  // `allow_unsandboxed`: LibreOffice may run without bubblewrap. `require_sandbox`: a reader that
  // lacks a layer opens nothing. `cache`: what was recognised before; null: nothing is kept.
  // `progress` hears of each page.
  DossierReader(bool allow_unsandboxed, bool require_sandbox, RecognitionCache* cache,
                Progress& progress)
      : client(reader_program(), cache, progress, demand(require_sandbox)),
        conversion(settings_with(allow_unsandboxed)) {}

  WorkerClient client;
  OfficeConversion conversion;
  ConvertingReader reader{client, conversion};

 private:
  static ConversionSettings settings_with(bool allow_unsandboxed) {
    ConversionSettings settings;
    settings.allow_unsandboxed = allow_unsandboxed;
    return settings;
  }
};

}  // namespace biaoshen
