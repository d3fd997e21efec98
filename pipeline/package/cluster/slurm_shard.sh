#!/bin/bash
# A shard of a batch, as a task of a Slurm array (`biaoshen submit --engine slurm`). What the program
# cannot do now (exit 75: stopped, a disk away) is queued again, five times; what makes no sense (78)
# is not. RequeueExit=75 in slurm.conf does the same and does not disturb it.
trap 'kill -TERM "$shard" 2>/dev/null' TERM
@PROGRAM@ batch --manifest @MANIFEST@ --shard "$SLURM_ARRAY_TASK_ID" --shards @SHARDS@ --out @OUT@ --jobs @CPUS@@OPTIONS@ &
shard=$!
wait "$shard"
status=$?
for _ in 1 2 3; do # a signal ends wait, not the shard; of one that is gone it says the same again, or 127
  [ "$status" -gt 128 ] || break
  wait "$shard" 2>/dev/null
  again=$?
  [ "$again" -eq 127 ] || status=$again
done
if [ "$status" -eq 75 ] && [ "${SLURM_RESTART_COUNT:-0}" -lt 5 ]; then
  scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID" && sleep 60 # it is ended here
fi
exit "$status"
