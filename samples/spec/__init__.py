"""What the samples say, as data: one complete good dossier, and everything else as a small change of it."""
