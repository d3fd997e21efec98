#!/bin/bash
# The end of a batch, once all shards have ended in whatever way (`biaoshen submit --engine slurm`).
# What is left to do is in holes.tsv then.
holes=@FOLDER@/holes.tsv
rm -f "$holes"
@PROGRAM@ merge --manifest @MANIFEST@ --out @OUT@@OPTIONS@ > @FOLDER@/merged.txt
status=$?
if [ "$status" -eq 1 ]; then
  mv @FOLDER@/merged.txt "$holes"
  echo "left: $(wc -l < "$holes"); submit them with --manifest $holes, then merge with --manifest" @MANIFEST@
else
  cat @FOLDER@/merged.txt
fi
exit "$status"
