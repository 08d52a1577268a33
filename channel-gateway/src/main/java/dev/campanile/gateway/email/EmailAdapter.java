package dev.campanile.gateway.email;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Reason;
import dev.campanile.gateway.channel.ChannelAdapter;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.HandOff.Accepted;
import dev.campanile.gateway.channel.HandOff.AddressFinding;
import dev.campanile.gateway.channel.HandOff.InDoubt;
import dev.campanile.gateway.channel.HandOff.Refused;
import dev.campanile.gateway.channel.HandOff.RefusedForNow;
import dev.campanile.gateway.channel.ProviderAnswer;
import dev.campanile.gateway.channel.Rendered;
import dev.campanile.rendering.Body;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Mail over SMTP. One mail for one recipient; one hand-off never takes longer than its time-out.
 *
 * <p>What is told apart: a reply of the server is definite at any time; a failure while waiting for
 * a connection certainly left nothing. From MAIL FROM on the client does not say how far it came,
 * so a broken connection or a silence there is a doubt, also before the final dot.
 */
@ApplicationScoped
public class EmailAdapter implements ChannelAdapter {

  private final SmtpClient client;
  private final Duration timeout;
  private final int concurrency;

  EmailAdapter(
      SmtpClient client,
      EmailConfig config,
      @ConfigProperty(name = "quarkus.mailer.max-pool-size", defaultValue = "10") int connections) {
    this.client = client;
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
  public HandOff deliver(Rendered message) {
    if (!(message.body() instanceof Body.Email email)) {
      throw new IllegalArgumentException("not a mail: " + message.channel());
    }
    TrackedMail mail = new TrackedMail();
    String messageId;
    try {
      messageId = compose(mail, message, email);
    } catch (IllegalArgumentException e) {
      return new Refused(
          Reason.INVALID_ADDRESS,
          "LOCAL",
          ProviderAnswer.of(e.getMessage()),
          new AddressFinding.Nothing());
    }
    return send(mail, messageId);
  }

  /** The display headers are ours; the client's own fields are the envelope. */
  private static String compose(TrackedMail mail, Rendered message, Body.Email email) {
    Mailbox from = Mailbox.of(message.brand().emailFrom());
    Mailbox to = Mailbox.of(message.address());
    mail.setFrom(from.address());
    mail.setTo(List.of(to.address()));
    mail.setText(lines(email.text()));
    mail.setHtml(lines(email.html()));
    mail.setHeaders(MailHeaders.of(message, email, from, to));
    return MailHeaders.messageId(message.messageId(), from);
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private HandOff send(TrackedMail mail, String messageId) {
    CompletableFuture<MailResult> sending =
        client.send(mail).toCompletionStage().toCompletableFuture();
    try {
      sending.get(timeout.toMillis(), MILLISECONDS);
      client.answered();
      return new Accepted(messageId);
    } catch (ExecutionException e) {
      client.answered();
      return failed(mail, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException _) {
      client.timedOut();
      return undecided(mail, "no answer within " + timeout.toSeconds() + " s");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return undecided(mail, "interrupted");
    }
  }

  private static HandOff failed(TrackedMail mail, Throwable failure) {
    if (failure instanceof SMTPException reply) {
      return SmtpAnswers.of(reply);
    }
    String said = ProviderAnswer.of(failure.getMessage());
    if (said.startsWith("message exceeds allowed size limit")) {
      return new Refused(Reason.PROVIDER_REJECTED, "SIZE", said, new AddressFinding.Nothing());
    }
    return undecided(mail, said);
  }

  private static HandOff undecided(TrackedMail mail, String what) {
    return mail.takeBack()
        ? new RefusedForNow(Reason.PROVIDER_UNAVAILABLE, SmtpAnswers.SOON, "not connected: " + what)
        : new InDoubt("after the connection: " + what);
  }
}
