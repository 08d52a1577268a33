package dev.campanile.campaign.transactional;

import dev.campanile.campaign.address.AddressForm;
import dev.campanile.campaign.key.AuthoredKey;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageRequests.NamedAddress;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.SnapshotsRequested;
import dev.campanile.contracts.WireFormat;
import dev.campanile.runtime.http.FieldError;
import dev.campanile.runtime.http.Problem;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a request: everything that is wrong with it, or what it says. */
final class SendCheck {

  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration USUAL = Duration.ofDays(1);
  private static final int LARGEST_DATA = 32 * 1024;
  private static final int LONGEST_ID = 200;

  private final List<FieldError> errors = new ArrayList<>();

  private SendCheck() {}

  static CheckedRequest read(SendRequest request) {
    var check = new SendCheck();
    String content = check.content(request.content());
    Addressee to = check.addressee(request.to());
    check.data(request);
    check.channels(request.channels(), to);
    Duration validity = check.validity(request.expiresAfter());
    if (to == null || !check.errors.isEmpty()) {
      throw Problem.invalid(check.errors);
    }
    return new CheckedRequest(content, to, request.data(), request.channels(), validity);
  }

  private String content(@Nullable String key) {
    if (!AuthoredKey.isWellFormed(key)) {
      add("/content", "name the content: " + AuthoredKey.RULE);
    }
    return String.valueOf(key);
  }

  private @Nullable Addressee addressee(SendRequest.@Nullable To to) {
    if (to == null
        || Stream.of(to.profileId(), to.externalId(), to.email(), to.phone())
                .filter(Objects::nonNull)
                .count()
            != 1) {
      add("/to", "name one of profileId, externalId, email and phone");
      return null;
    }
    if (to.channel() != null && to.phone() == null) {
      add("/to/channel", "a channel is chosen for a phone; for a customer, use channels");
    }
    if (to.locale() != null && to.email() == null && to.phone() == null) {
      add("/to/locale", "a customer is written to in their own language; leave it out");
    }
    if (to.profileId() != null) {
      return customer(to.profileId());
    }
    if (to.externalId() != null) {
      return customerOfSource(to.externalId());
    }
    return to.email() != null
        ? address(Channel.EMAIL, to.email(), "/to/email", to.locale())
        : address(
            to.channel() == null ? Channel.SMS : to.channel(),
            String.valueOf(to.phone()),
            "/to/phone",
            to.locale());
  }

  private @Nullable Addressee customer(String id) {
    try {
      return new Addressee.Customer(SnapshotsRequested.Customer.of(ProfileId.of(id)));
    } catch (IllegalArgumentException e) {
      add("/to/profileId", "not the id of a profile");
      return null;
    }
  }

  private @Nullable Addressee customerOfSource(String id) {
    if (id.isBlank() || id.length() > LONGEST_ID) {
      add("/to/externalId", "1 to " + LONGEST_ID + " characters");
      return null;
    }
    return new Addressee.Customer(new SnapshotsRequested.Customer(null, id));
  }

  private @Nullable Addressee address(
      Channel channel, String typed, String pointer, @Nullable String locale) {
    if (channel == Channel.PUSH || (channel == Channel.EMAIL && pointer.equals("/to/phone"))) {
      add("/to/channel", "a phone is written to by SMS or CHAT");
      return null;
    }
    if (locale != null && !AddressForm.isLanguageTag(locale)) {
      add("/to/locale", "not a BCP 47 language tag such as en or it-CH");
    }
    var address = AddressForm.normalised(channel, typed);
    if (address.isEmpty()) {
      add(pointer, AddressForm.rule(channel));
      return null;
    }
    return new Addressee.Address(new NamedAddress(channel, address.get(), locale));
  }

  private void data(SendRequest request) {
    if (request.data() != null && WireFormat.write(request.data()).length > LARGEST_DATA) {
      add("/data", "at most " + LARGEST_DATA / 1024 + " KiB");
    }
  }

  private void channels(@Nullable List<PlannedChannel> channels, @Nullable Addressee to) {
    if (channels == null) {
      return;
    }
    if (channels.isEmpty() || channels.contains(null)) {
      add("/channels", "name at least one, or leave it out");
    } else if (EnumSet.copyOf(channels).size() < channels.size()) {
      add("/channels", "name each channel once");
    } else if (to instanceof Addressee.Address(var address)
        && !channels.equals(List.of(PlannedChannel.valueOf(address.channel().name())))) {
      add("/channels", "the address is one of " + address.channel() + "; leave channels out");
    }
  }

  private Duration validity(@Nullable String text) {
    if (text == null) {
      return USUAL;
    }
    try {
      Duration validity = Duration.parse(text);
      if (validity.compareTo(SHORTEST) < 0 || validity.compareTo(LONGEST) > 0) {
        add("/expiresAfter", "from ten seconds (PT10S) to a week (P7D)");
      }
      return validity;
    } catch (DateTimeParseException e) {
      add("/expiresAfter", "an ISO 8601 duration such as PT10M or P1D");
      return USUAL;
    }
  }

  private void add(String pointer, String detail) {
    errors.add(new FieldError(pointer, detail));
  }
}
