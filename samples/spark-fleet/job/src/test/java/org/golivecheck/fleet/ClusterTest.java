package org.golivecheck.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Executors in processes of their own, as on a cluster. */
class ClusterTest {
  @TempDir private Path folder;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void anExecutorThatDiesInTheMiddleChangesNoVerdict() throws IOException {
    Path logs = folder.resolve("logs");
    new Logs(7, 12).write(logs, 8, 1000);
    Map<String, String> expected = Fleet.judged(logs, call -> call.identity().integrationKey());
    AtomicInteger ended = new AtomicInteger();
    AtomicInteger killed = new AtomicInteger();
    try (SparkSession spark = Fleet.spark("local-cluster[2,1,1024]")) {
      spark
          .sparkContext()
          .addSparkListener(
              new SparkListener() {
                @Override
                public void onTaskEnd(SparkListenerTaskEnd task) {
                  if (ended.incrementAndGet() == 6) {
                    killed.addAndGet(killOneExecutor());
                  }
                }
              });

      assertThat(
              Fleet.run(
                  spark, logs, folder.resolve("out"), "--range-bytes", "60000", "--judges", "4"))
          .isEqualTo(expected);
      assertThat(killed).hasValue(1);
      assertThat(ended.get()).isGreaterThan(6);
    }
  }

  private static int killOneExecutor() {
    return (int)
        ProcessHandle.current()
            .descendants()
            .filter(
                process ->
                    process
                        .info()
                        .commandLine()
                        .orElse("")
                        .contains("CoarseGrainedExecutorBackend"))
            .limit(1)
            .filter(ProcessHandle::destroyForcibly)
            .count();
  }
}
