package dev.campanile.gateway.email;

import dev.campanile.contracts.Brand;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Reason;
import dev.campanile.gateway.channel.ChannelAdapter;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.HandOff.AddressFinding;
import dev.campanile.gateway.channel.HandOff.Refused;
import dev.campanile.gateway.channel.ProviderAnswer;
import dev.campanile.gateway.channel.Rendered;
import dev.campanile.rendering.Body;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Mail over SMTP. One mail for one recipient; one call never takes longer than its time-out. */
@ApplicationScoped
public class EmailAdapter implements ChannelAdapter {

  /** Brands are few; a client that makes up new ones all the time must not fill the memory. */
  private static final int MOST_SENDERS = 1000;

  private final MailTransport transport;
  private final Duration timeout;
  private final int concurrency;
  private final Map<Brand, Sender> senders = new ConcurrentHashMap<>();

  EmailAdapter(
      MailTransport transport,
      EmailConfig config,
      @ConfigProperty(name = "quarkus.mailer.max-pool-size", defaultValue = "10") int connections) {
    this.transport = transport;
    this.timeout = config.timeout();
    this.concurrency = connections;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public Duration timeout() {
    return timeout;
  }

  /** As many as there are connections. */
  @Override
  public int concurrency() {
    return concurrency;
  }

  @Override
  public int batch() {
    return transport.batch();
  }

  @Override
  public HandOff deliver(Rendered message) {
    return deliver(List.of(message)).getFirst();
  }

  @Override
  public List<HandOff> deliver(List<Rendered> messages) {
    List<Mail> mails = new ArrayList<>(messages.size());
    List<@Nullable HandOff> refused = new ArrayList<>(messages.size());
    for (Rendered message : messages) {
      try {
        mails.add(mail(message));
        refused.add(null);
      } catch (IllegalArgumentException e) {
        refused.add(
            new Refused(
                Reason.INVALID_ADDRESS,
                "LOCAL",
                ProviderAnswer.of(e.getMessage()),
                new AddressFinding.Nothing()));
      }
    }
    Iterator<HandOff> sent =
        mails.isEmpty() ? List.<HandOff>of().iterator() : transport.send(mails).iterator();
    List<HandOff> answers = new ArrayList<>(messages.size());
    for (HandOff local : refused) {
      answers.add(local == null ? sent.next() : local);
    }
    return answers;
  }

  private Mail mail(Rendered message) {
    if (!(message.body() instanceof Body.Email email)) {
      throw new IllegalStateException("not a mail: " + message.channel());
    }
    Sender from = sender(message.brand());
    Mailbox to = Mailbox.of(message.address());
    return new Mail(
        MailHeaders.messageId(message.messageId(), from.mailbox()),
        from.mailbox(),
        to,
        MailHeaders.of(message, email, from, to),
        email.text(),
        email.html());
  }

  private Sender sender(Brand brand) {
    if (senders.size() > MOST_SENDERS) {
      senders.clear();
    }
    return senders.computeIfAbsent(brand, Sender::of);
  }
}
