package dev.campanile.gateway.quiethours;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The policy as its file writes it, where what is left out has a meaning. */
record QuietHoursFile(
    @JsonProperty(required = true) Duration maxDefer,
    @JsonProperty(required = true) Duration spread,
    @JsonProperty(required = true) Set<Channel> channels,
    @JsonProperty(required = true) Set<Category> categories,
    @JsonProperty(required = true) WeekEntry everywhere,
    @JsonProperty(required = true) Map<String, WeekEntry> countries) {

  private static final String SHIPPED = "quiet-hours.json";

  /** Strict: a misspelt rule must not silently be no rule. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  static QuietHoursPolicy readShipped() {
    try (InputStream json = QuietHoursFile.class.getResourceAsStream(SHIPPED)) {
      if (json == null) {
        throw new IllegalStateException("the gateway was built without its " + SHIPPED);
      }
      return MAPPER.readValue(json, QuietHoursFile.class).policy();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SHIPPED, e);
    }
  }

  private QuietHoursPolicy policy() {
    return new QuietHoursPolicy(
        maxDefer,
        spread,
        channels,
        categories,
        everywhere.week(),
        countries.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().week())));
  }

  record WeekEntry(
      @JsonProperty(required = true) String basis,
      @JsonProperty(required = true) List<HoursEntry> hours,
      @Nullable Set<MonthDay> closedOn,
      @Nullable Set<Integer> closedDaysAfterEaster) {

    private Week week() {
      return new Week(
          basis,
          hours.stream().map(HoursEntry::hours).toList(),
          closedOn == null ? Set.of() : closedOn,
          closedDaysAfterEaster == null ? Set.of() : closedDaysAfterEaster);
    }
  }

  /**
   * @param days every day when left out
   */
  record HoursEntry(
      @Nullable Set<DayOfWeek> days,
      @JsonProperty(required = true) LocalTime from,
      @JsonProperty(required = true) LocalTime to) {

    private Hours hours() {
      return new Hours(days == null ? EnumSet.allOf(DayOfWeek.class) : days, from, to);
    }
  }
}
