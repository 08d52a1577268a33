package dev.campanile.profile.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether opens and clicks of customers who said nothing about it are recorded. A change shows on a
 * customer's card with the card's next change.
 */
@ApplicationScoped
public class TrackingDefault {

  private final boolean tracked;

  TrackingDefault(
      @ConfigProperty(name = "campanile.tracking-default", defaultValue = "false")
          boolean tracked) {
    this.tracked = tracked;
  }

  public boolean tracked() {
    return tracked;
  }
}
