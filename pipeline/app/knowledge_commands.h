// What the program knows, with citations: programmes, rules, explain; and check-profile,
// which lists every mistake of a profile.
#pragma once

#include <string>

namespace biaoshen {

enum class Form : unsigned char { text, json };

int programmes_command(Form form);
int rules_command(const std::string& programme, Form form);
int explain_command(const std::string& rule, const std::string& programme, Form form);
int check_profile_command(const std::string& path);
int doctor_command(Form form);

}  // namespace biaoshen
