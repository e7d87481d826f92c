"""tamis on Apache Spark. Spark reads, groups and writes; the native binary does all else."""
