package dev.campanile.profile.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.Reach;
import dev.campanile.contracts.ReachRequested;
import dev.campanile.profile.ServiceTest;
import dev.campanile.runtime.database.Database;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@ServiceTest
class ReachSpeedTest {

  private static final Logger LOG = Logger.getLogger(ReachSpeedTest.class);
  private static final int MEMBERS = 100_000;

  @Inject Database database;
  @Inject ReachCount count;

  /**
   * The time-out of the statement is the limit; the log says how long it took. First as right after
   * an import, when the planner knows the tables as they were before.
   */
  @Test
  void aHundredThousandMembersAreCountedWhileSomebodyWaits() {
    database.read(handle -> handle.execute("analyze"));
    database.inTransaction(
        handle -> {
          handle.execute(
              """
              insert into profile (id, bucket, external_id, zones, zone_source, traits, created_at,
                                   updated_at)
              select uuidv7(), n % 64, 'speed-' || n, '{UTC}', 'WORKSPACE',
                     '{"group":"speed"}', now(), now()
                from generate_series(1, 100000) as n
              """);
          handle.execute(
              """
              insert into profile_address (profile_id, channel, address, valid)
              select p.id, c, p.external_id || '@example.com', true
                from profile p cross join unnest(array['EMAIL', 'SMS', 'CHAT']) as c
               where p.external_id like 'speed-%'
              """);
          handle.execute(
              """
              insert into consent_state
              select address, channel, 'MARKETING', 'OPTED_IN', 4, now(), false, 'FORM', 'test'
                from profile_address
               where address like 'speed-%' and (channel = 'SMS'
                      or hashtext(address || channel) % 2 = 0)
              """);
        });
    countedInTime("before the tables are analysed");
    database.read(handle -> handle.execute("analyze"));
    countedInTime("after");
  }

  private void countedInTime(String when) {
    Rule rule = new Rule.TraitIs("group", new TraitValue.Text("speed"));
    var plan =
        List.of(
            PlannedChannel.PREFERRED,
            PlannedChannel.EMAIL,
            PlannedChannel.CHAT,
            PlannedChannel.SMS);
    var request =
        new ReachRequested(
            "speed",
            Category.MARKETING,
            null,
            plan,
            Set.of(Channel.EMAIL, Channel.SMS, Channel.CHAT),
            List.of("firstName", "group"));

    long begun = System.nanoTime();
    Reach reach = count.count(rule, request);
    LOG.infof("%,d members in %,d ms, %s", MEMBERS, (System.nanoTime() - begun) / 1_000_000, when);

    assertThat(reach.members()).isEqualTo(MEMBERS);
    assertThat(reach.reachable().keySet())
        .containsExactlyInAnyOrder(Channel.EMAIL, Channel.CHAT, Channel.SMS);
    assertThat(reach.unreachable()).isEmpty();
    assertThat(reach.missing()).containsEntry("firstName", (long) MEMBERS);
  }
}
