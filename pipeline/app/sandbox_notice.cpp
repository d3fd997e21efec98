#include "pipeline/app/sandbox_notice.h"

#include <initializer_list>
#include <utility>

#include "pipeline/app/program.h"
#include "pipeline/service/run_log.h"

namespace biaoshen {

std::string lacking_layers(const SandboxLayers& layers) {
  std::string lacking;
  for (const auto& [is_on, name] : std::initializer_list<std::pair<bool, const char*>>{
           {layers.limits, "limits"},
           {layers.no_new_privileges, "no-new-privileges"},
           {layers.landlock > 0, "landlock"},
           {layers.call_filter, "call-filter"}})
    if (!is_on) lacking += (lacking.empty() ? "" : ", ") + std::string(name);
  return lacking;
}

std::string sandbox_remedy(const SandboxLayers& layers, Language language) {
  const bool zh = language == Language::zh;
  if (layers.landlock == 0)
    return zh ? "需要 5.13 或更新的内核并启用 Landlock（CONFIG_LSM 或启动参数 lsm= 中有 "
                "landlock），"
                "容器或服务不得禁止其系统调用"
              : "use a kernel 5.13 or newer with Landlock switched on (landlock in CONFIG_LSM, or "
                "in lsm= of its command line), and let containers and services allow its calls";
  return zh ? "检查本程序所在的容器或服务是否禁止了 seccomp、prctl 或 setrlimit"
            : "see whether the container or service that this runs in forbids seccomp, prctl or "
              "setrlimit";
}

Result<void> check_sandbox(const SandboxLayers& layers) {
  if (layers.are_complete()) return {};
  const Language language = terminal_language();
  const std::string lacking = lacking_layers(layers);
  return fail(ErrorCode::internal,
              language == Language::zh
                  ? "要求完整隔离（--require-sandbox），但本机缺少：" + lacking + "；" +
                        sandbox_remedy(layers, language) + "，或不带此选项运行"
                  : "the whole sandbox is required (--require-sandbox), and this machine lacks " +
                        lacking + "; " + sandbox_remedy(layers, language) +
                        ", or run without the option");
}

std::string sandbox_warning(const SandboxLayers& layers, Language language) {
  const std::string lacking = lacking_layers(layers);
  if (lacking.empty()) return "";
  return language == Language::zh
             ? "警告：读取申报文件的程序隔离不完整，缺少 " + lacking +
                   "；恶意文件一旦利用解析库的漏洞，可能波及本机；" +
                   sandbox_remedy(layers, language) + "；--require-sandbox 可禁止在此情况下运行"
             : "WARNING: the sandbox around what opens applicants' files is incomplete, it lacks " +
                   lacking +
                   "; a file that exploits a flaw in a library could reach beyond itself; " +
                   sandbox_remedy(layers, language) +
                   "; --require-sandbox refuses to run like this";
}

void warn_of_sandbox() {
  const std::string warning = sandbox_warning(offered_layers(), terminal_language());
  if (!warning.empty()) say_line(LogLevel::warning, warning);
}

}  // namespace biaoshen
