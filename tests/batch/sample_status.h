// A made-up watch for writers and pages: something in every list of the status.
#pragma once

#include "pipeline/model/service_status.h"

namespace biaoshen {

inline ServiceStatus sample_status() {
  ServiceStatus status;
  status.command = "watch";
  status.state = "running";
  status.tool_version = "0.1.0";
  status.inbox = "/srv/biaoshen/inbox";
  status.out = "/srv/biaoshen/out";
  status.started = "2026-02-27T18:00:00+08:00";
  status.written = "2026-03-01T08:00:12+08:00";
  status.last_scan = "2026-03-01T08:00:09+08:00";
  status.process = 4711;
  status.events = "inotify";
  status.scan_age = 3;
  status.scan_seconds = 0.2;
  status.poll_seconds = 30;
  status.entries = 126;
  status.done = 117;
  status.running = {{"北京示例技术协会", "2026-03-01T07:59:58+08:00", "read", "附件/应用证明.pdf",
                     2, 5, 3, 12, 1},
                    {"示例标准化研究院", "2026-03-01T08:00:02+08:00", "check", "", 0, 0, 0, 0, 2}};
  status.waiting = {
      {"刚放入的材料", "settle", "", "2026-03-01T08:00:01+08:00", 12},
      {"浏览器下载", "upload", "申报书.docx.crdownload", "2026-03-01T07:58:40+08:00", 0},
      {"材料.zip", "archive", "没有结尾记录", "2026-03-01T07:50:00+08:00", 0},
      {"无权读取", "permission", "证明/盖章页.pdf", "2026-02-28T17:20:00+08:00", 0},
      {"链接", "refused", "是符号链接，请放入文件本身", "2026-02-28T17:20:00+08:00", 0}};
  status.refused = 1;
  status.queued = {"丙", "丁", "戊"};
  status.queued_more = 7;
  status.quarantined = {{"坏材料", "坏材料", "读取程序两次中断（第 2 个文件 坏.pdf）",
                         "2026-02-28T23:11:00+08:00", true}};
  status.recent = {{"乙", "乙", "2026-03-01T07:59:57+08:00", "return", "", 2},
                   {"推荐函", "推荐函", "2026-03-01T07:59:30+08:00", "review", "乙", 1}};
  return status;
}

}  // namespace biaoshen
