package dev.campanile.campaign.preview;

import dev.campanile.campaign.address.AddressForm;
import dev.campanile.campaign.content.PublishedContent;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageRequests.NamedAddress;
import dev.campanile.runtime.http.FieldError;
import dev.campanile.runtime.http.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where a test goes; finds all that is wrong, not the first. */
final class TestAddresses {

  private static final int MOST = 10;

  private final PublishedContent content;
  private final List<FieldError> errors = new ArrayList<>();
  private final List<NamedAddress> read = new ArrayList<>();

  private TestAddresses(PublishedContent content) {
    this.content = content;
  }

  static List<NamedAddress> of(@Nullable List<TestRequest.To> to, PublishedContent content) {
    if (to == null || to.isEmpty() || to.size() > MOST || to.contains(null)) {
      throw Problem.invalid(
          List.of(new FieldError("/to", "name 1 to " + MOST + " addresses, each with a channel")));
    }
    var addresses = new TestAddresses(content);
    for (int i = 0; i < to.size(); i++) {
      addresses.read("/to/" + i, to.get(i));
    }
    if (!addresses.errors.isEmpty()) {
      throw Problem.invalid(addresses.errors);
    }
    return addresses.read;
  }

  private void read(String at, TestRequest.To to) {
    Channel channel = to.channel();
    if (channel == null || !content.channels().contains(channel)) {
      add(at + "/channel", "the content has texts for " + content.channels());
      return;
    }
    if (to.locale() != null && !AddressForm.isLanguageTag(to.locale())) {
      add(at + "/locale", "not a BCP 47 language tag such as en or it-CH");
    }
    Optional<String> form =
        to.address() == null ? Optional.empty() : AddressForm.normalised(channel, to.address());
    if (form.isEmpty()) {
      add(at + "/address", AddressForm.rule(channel));
    } else if (read.stream()
        .anyMatch(a -> a.channel() == channel && a.address().equals(form.get()))) {
      add(at + "/address", "is named twice");
    } else {
      read.add(new NamedAddress(channel, form.get(), to.locale()));
    }
  }

  private void add(String pointer, String detail) {
    errors.add(new FieldError(pointer, detail));
  }
}
