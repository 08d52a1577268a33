package dev.campanile.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.ProfileSnapshots.Snapshot;
import dev.campanile.contracts.Reach;
import dev.campanile.contracts.WireFormat;
import io.restassured.RestAssured;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a test wants profile-service to say. */
public final class Profiles {

  private Profiles() {}

  public static void reach(String segment, Reach reach) {
    tell("/stand-in/segments/" + segment, WireFormat.write(reach));
  }

  public static void knowsNoSegment(String segment) {
    tell("/stand-in/segments/" + segment, new byte[0]);
  }

  public static void neverAnswersFor(String segment) {
    tell("/stand-in/segments/" + segment, ProfileServiceStandIn.SILENCE.getBytes(UTF_8));
  }

  /** Answers that counting took too long, so many times, and then the usual. */
  public static void isSlowFor(String segment, int times) {
    tell("/stand-in/segments/" + segment, (ProfileServiceStandIn.TOO_SLOW + times).getBytes(UTF_8));
  }

  public static void knows(Snapshot profile) {
    tell("/stand-in/profiles", WireFormat.write(profile));
  }

  private static void tell(String path, byte[] body) {
    String url = ConfigProvider.getConfig().getValue("campanile.profile-service.url", String.class);
    RestAssured.given().body(body).put(url + path);
  }
}
