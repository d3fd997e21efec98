#!/bin/bash
# A batch on the cores of one machine, or of several with --sshlogin, by GNU parallel
# (`biaoshen submit --engine parallel`). Run again at any time it does what is left.
seq 0 @LAST@ | parallel --quote --retries 3 --joblog @FOLDER@/parallel.log \
  @PROGRAM@ batch --manifest @MANIFEST@ --shard {} --shards @SHARDS@ --out @OUT@ --jobs @CPUS@@OPTIONS@
@PROGRAM@ merge --manifest @MANIFEST@ --out @OUT@@OPTIONS@
