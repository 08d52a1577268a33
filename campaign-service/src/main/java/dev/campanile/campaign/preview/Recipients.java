package dev.campanile.campaign.preview;

import dev.campanile.campaign.content.PublishedContent;
import dev.campanile.campaign.customer.Customers;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.ProfileSnapshots.Snapshot;
import dev.campanile.contracts.SnapshotsRequested.Customer;
import dev.campanile.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The customer that a content is tried with, if one is named. */
@ApplicationScoped
class Recipients {

  private final Customers customers;

  Recipients(Customers customers) {
    this.customers = customers;
  }

  @Nullable Snapshot named(
      @Nullable String profile, @Nullable String externalId, PublishedContent content) {
    if (profile == null && externalId == null) {
      return null;
    }
    if (profile != null && externalId != null) {
      throw Problem.of(400, "INVALID", "Name the customer by profile or by externalId, not both.")
          .at("/externalId", "leave it out beside profile");
    }
    return customers.snapshot(
        profile == null ? new Customer(null, externalId) : Customer.of(profileId(profile)),
        content.variables(),
        profile == null ? "/externalId" : "/profile");
  }

  private static ProfileId profileId(String text) {
    try {
      return ProfileId.of(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of(400, "INVALID", "profile is the id of a profile.")
          .at("/profile", "not the id of a profile");
    }
  }
}
