package dev.campanile.campaign;

import dev.campanile.testing.PlatformResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The local platform, and a stand-in for profile-service beside it. */
public final class CampaignPlatform implements QuarkusTestResourceLifecycleManager {

  private final PlatformResource platform = new PlatformResource();
  private @Nullable ProfileServiceStandIn profiles;

  @Override
  public Map<String, String> start() {
    platform.init(Map.of(PlatformResource.SERVICE, "campaign"));
    Map<String, String> config = platform.start();
    profiles = ProfileServiceStandIn.start();
    config.put("campanile.profile-service.url", profiles.url());
    config.put("campanile.profile-service.key", ProfileServiceStandIn.KEY);
    config.put("campanile.profile-service.timeout", "PT2S");
    config.put("campanile.gateway-url", "http://127.0.0.1:18083");
    return config;
  }

  @Override
  public void stop() {
    if (profiles != null) {
      profiles.close();
    }
    platform.stop();
  }
}
