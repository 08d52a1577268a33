package dev.campanile.benchmarks.installation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.benchmarks.sink.Arrival;
import dev.campanile.benchmarks.sink.ArrivalLog;
import dev.campanile.benchmarks.sink.Faults;
import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.services.JsonApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Asks and tells the process of the receivers. */
public final class SinkControl {
  private final JsonApi api;
  private final Path folder;

  SinkControl(String url, Path folder) {
    this.api = JsonApi.open(url);
    this.folder = folder;
  }

  public long mails() {
    return counts().path("mails").asLong();
  }

  public JsonNode counts() {
    return api.get("/arrivals");
  }

  public void forget() {
    api.exchange("DELETE", "/arrivals", "application/json", "", Map.of());
  }

  public void behave(Faults faults) {
    api.put("/faults", faults);
  }

  /** All mails since they were last forgotten. */
  public List<Arrival> arrivedMails() {
    Path file = folder.resolve("arrivals.bin");
    try {
      api.post("/arrivals/mails", file.toString(), Map.of());
      List<Arrival> arrivals = ArrivalLog.read(file);
      Files.delete(file);
      return arrivals;
    } catch (IOException e) {
      throw new CannotContinue("What arrived could not be read: " + e.getMessage(), e);
    }
  }
}
