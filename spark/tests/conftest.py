"""A session on the cluster that TAMIS_SPARK_MASTER names: a master's address, or `standalone` to start one with two workers."""

import os
import shutil
import subprocess
import sys
import time

import pytest

SOURCE = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "src"))
MASTER = os.environ.get("TAMIS_SPARK_MASTER", "local[2,4]")


def pytest_report_header():
    return f"Spark master: {MASTER}"


@pytest.fixture(scope="session")
def master(tmp_path_factory):
    if MASTER != "standalone":
        yield MASTER
        return
    cluster = _Standalone(tmp_path_factory.mktemp("standalone"))
    try:
        yield cluster.address()
    finally:
        cluster.stop()


class _Standalone:
    """A master and two workers of one core, by `spark-class`: the pip package has no start scripts."""

    def __init__(self, folder):
        import pyspark

        self.folder = folder
        self.home = os.path.dirname(pyspark.__file__)
        self.processes = []
        # No package on the workers' path: the driver ships it.
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "TAMIS_BINARY")},
            "SPARK_HOME": self.home, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_WORKER_DIR": str(folder / "work")}

    def _start(self, name, *arguments):
        log = self.folder / f"{name}.log"
        with open(log, "wb") as file:
            self.processes.append(subprocess.Popen(
                [os.path.join(self.home, "bin", "spark-class"), *arguments], env=self.environment, stdout=file,
                stderr=subprocess.STDOUT))
        return log

    def _wait(self, log, text):
        for _ in range(3000):
            if text in log.read_text(errors="replace"):
                return
            time.sleep(0.1)
        raise RuntimeError(f"'{text}' is not in {log}:\n{log.read_text(errors='replace')[-2000:]}")

    def address(self):
        log = self._start(
            "master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
        self._wait(log, "New state: ALIVE")
        line = next(line for line in log.read_text().splitlines() if "Starting Spark master at" in line)
        address = line.rsplit(" ", 1)[1]
        for number in range(2):
            worker = self._start(
                f"worker{number}", "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--webui-port", "0",
                "--cores", "1", "--memory", "1536m", address)
            self._wait(worker, "Successfully registered")
        return address

    def stop(self):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            process.wait(30)


@pytest.fixture(scope="session")
def spark(master):
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Java is not installed")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master(master).appName("tamis-spark-test").config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4").config("spark.executor.memory", "1g")
        .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1").getOrCreate())
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()
