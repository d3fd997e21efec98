"""Slurm with two nodes on this machine, started by hand and gone with the test: munged, slurmctld, two slurmd. No
systemd, no cgroups, no accounting. Needs root, which the three daemons want, and the packages slurm-wlm and munge.

Everything lies in one folder; ports are free ones, so that another Slurm is not disturbed. A munged that runs already is
used.
"""
import os
import shutil
import signal
import socket
import subprocess
import time

NODES = ("n1", "n2")
# A node that says nothing for so long is down, and its tasks begin again elsewhere.
SLURMD_TIMEOUT = 8


def why_not():
    """Why Slurm cannot be had here; None where it can."""
    lacking = [name for name in ("slurmctld", "slurmd", "munged", "sbatch") if not find(name)]
    if lacking:
        return f"{', '.join(lacking)} not installed (packages slurm-wlm, munge)"
    return None if os.getuid() == 0 else "only root starts slurmd and munged"


def find(program):
    return shutil.which(program, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def children_of(pid):
    """All that a process started, and what these started."""
    said = subprocess.run(["ps", "-eo", "pid,ppid"], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in said.splitlines()[1:]]
    found, grown = {pid}, True
    while grown:
        more = {child for child, parent in pairs if parent in found} - found
        found |= more
        grown = bool(more)
    return found - {pid}


class Slurm:
    def __init__(self, folder):
        self.folder = folder
        self.started = []
        self.slurmd = {}
        os.makedirs(folder, exist_ok=True)
        os.chmod(folder, 0o755)
        host = subprocess.run(["hostname", "-s"], capture_output=True, text=True, check=True).stdout.strip()
        control, *ports = free_ports(1 + len(NODES))
        nodes = "\n".join(f"NodeName={name} NodeHostname={host} NodeAddr=127.0.0.1 Port={port} CPUs=1 RealMemory=1000"
                          for name, port in zip(NODES, ports))
        self.conf = os.path.join(folder, "slurm.conf")
        with open(self.conf, "w", encoding="utf-8") as out:
            out.write(f"""ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={control}
SlurmUser=root
AuthType=auth/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
ReturnToService=2
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool.%n
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.%n.log
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.%n.pid
SlurmdTimeout={SLURMD_TIMEOUT}
SchedulerParameters=sched_interval=2,bf_interval=2
KillWait=20
MinJobAge=3600
{nodes}
PartitionName=night Nodes={','.join(NODES)} Default=YES MaxTime=INFINITE State=UP
""")
        self.environment = dict(os.environ, SLURM_CONF=self.conf)

    def __enter__(self):
        self.start_munge()
        for name in ("state", *(f"spool.{node}" for node in NODES)):
            os.makedirs(os.path.join(self.folder, name), exist_ok=True)
        self.start("slurmctld", "-D")
        for node in NODES:
            self.slurmd[node] = self.start("slurmd", "-D", "-N", node)
        self.wait_for(lambda: self.said("sinfo", "-h", "-o", "%T %D").split() == ["idle", "2"], 30, "two idle nodes")
        return self

    def __exit__(self, *_):
        self.said("scancel", "--user=root")
        for process in reversed(self.started):
            process.terminate()
        for process in reversed(self.started):
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()

    def start_munge(self):
        if subprocess.run(["unmunge"], input=subprocess.run(["munge", "-n"], capture_output=True, check=False).stdout,
                          capture_output=True, check=False).returncode == 0:
            return
        subprocess.run(["install", "-d", "-o", "munge", "-g", "munge", "-m", "755", "/run/munge"], check=True)
        self.started.append(subprocess.Popen(["runuser", "-u", "munge", "--", find("munged"), "--foreground"],
                                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        self.wait_for(lambda: subprocess.run(["munge", "-n"], capture_output=True, check=False).returncode == 0, 10,
                      "munge")

    def start(self, program, *arguments):
        with open(os.path.join(self.folder, f"{program}.out"), "ab") as log:
            process = subprocess.Popen([find(program), *arguments], env=self.environment, stdout=log, stderr=log)
        self.started.append(process)
        return process

    def said(self, *command):
        ended = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        return ended.stdout.strip()

    @staticmethod
    def wait_for(is_so, seconds, what):
        latest = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > latest:
                raise TimeoutError(f"{what}: not within {seconds} s")
            time.sleep(0.1)

    def tasks(self):
        """(task of an array, state, node, restarts) of all jobs that Slurm still knows."""
        rows = []
        for block in self.said("scontrol", "show", "job", "-o").splitlines():
            job = dict(part.split("=", 1) for part in block.split() if "=" in part)
            rows.append((job["JobId"], job.get("ArrayTaskId", ""), job["JobName"], job["JobState"],
                         job.get("NodeList", ""), int(job.get("Restarts", 0)), job.get("ExitCode", "")))
        return rows

    def hurry(self):
        """A task that is queued again waits two minutes; an operator who looks on lets it begin."""
        for job, _, _, state, _, restarts, _ in self.tasks():
            if state == "PENDING" and restarts > 0:
                self.said("scontrol", "update", f"JobId={job}", "StartTime=now")

    def kill_node(self, node):
        """As a power cut does: the daemon and all that runs there, at once."""
        daemon = self.slurmd[node]
        steps = [int(pid) for pid in self.said("pgrep", "-f", f"slurmstepd: .*").split()]
        there = children_of(daemon.pid)
        for step in steps:
            if node_of(step, self.folder) == node:
                there |= {step} | children_of(step)
        for pid in (daemon.pid, *there):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass


def node_of(step, folder):
    """The node that a slurmstepd works for, by the spool it has open or stands in."""
    for link in [f"/proc/{step}/cwd", *(f"/proc/{step}/fd/{fd}" for fd in fds_of(step))]:
        try:
            target = os.readlink(link)
        except OSError:
            continue
        for node in NODES:
            if target.startswith(os.path.join(folder, f"spool.{node}")) or target.endswith(f"slurmd.{node}.log"):
                return node
    return None


def fds_of(pid):
    try:
        return os.listdir(f"/proc/{pid}/fd")
    except OSError:
        return []
