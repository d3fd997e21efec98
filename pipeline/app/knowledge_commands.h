// What the program knows, with citations: programmes, rules, explain; and check-profile,
// which lists every mistake of a profile.
#pragma once

#include <string>

#include "pipeline/app/knowledge.h"

namespace biaoshen {

enum class Form : unsigned char { text, json };

int programmes_command(const KnowledgeOptions& options, Form form);
int rules_command(const KnowledgeOptions& options, const std::string& programme, Form form);
int explain_command(const KnowledgeOptions& options, const std::string& rule,
                    const std::string& programme, Form form);
// A profile, a module, a policy or waivers. `profiles`: a folder of more profiles and modules.
int check_profile_command(const std::string& path, const std::string& profiles);
int doctor_command(Form form);

}  // namespace biaoshen
