package dev.campanile.gateway.email;

import dev.campanile.contracts.Reason;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.HandOff.Accepted;
import dev.campanile.gateway.channel.HandOff.AddressFinding;
import dev.campanile.gateway.channel.HandOff.InDoubt;
import dev.campanile.gateway.channel.HandOff.Refused;
import dev.campanile.gateway.channel.HandOff.RefusedForNow;
import dev.campanile.gateway.channel.ProviderAnswer;
import dev.campanile.gateway.email.smtp.Bytes;
import dev.campanile.gateway.email.smtp.Delivery;
import dev.campanile.gateway.email.smtp.OutgoingMail;
import dev.campanile.gateway.email.smtp.SmtpSender;
import java.util.ArrayList;
import java.util.List;

/** Our own client: many mails over one connection, and it knows how far each came. */
final class FastTransport implements MailTransport {

  private final SmtpSender sender;
  private final MailComposer composer;

  FastTransport(SmtpSender sender, MailComposer composer) {
    this.sender = sender;
    this.composer = composer;
  }

  @Override
  public int batch() {
    return sender.batch();
  }

  @Override
  public List<HandOff> send(List<Mail> mails) {
    List<Delivery> deliveries =
        sender.send(mails.stream().map(mail -> new Composed(mail, composer)).toList());
    List<HandOff> answers = new ArrayList<>(mails.size());
    for (int i = 0; i < mails.size(); i++) {
      answers.add(handOff(mails.get(i), deliveries.get(i)));
    }
    return answers;
  }

  private static HandOff handOff(Mail mail, Delivery delivery) {
    return switch (delivery) {
      case Delivery.Taken _ -> new Accepted(mail.id());
      case Delivery.Answered(var phase, var reply) ->
          SmtpAnswers.of(phase, reply.code(), reply.text());
      case Delivery.NotSent(var why) ->
          new RefusedForNow(
              Reason.PROVIDER_UNAVAILABLE, SmtpAnswers.SOON, ProviderAnswer.of("not sent: " + why));
      case Delivery.Lost(var why) -> new InDoubt(ProviderAnswer.of("after the final dot: " + why));
      case Delivery.Unsendable(var code, var why) ->
          new Refused(Reason.PROVIDER_REJECTED, code, why, new AddressFinding.Nothing());
    };
  }

  @Override
  public void close() {
    sender.close();
  }

  /** Composed when its turn comes: only then it is known what the server understands. */
  private record Composed(Mail mail, MailComposer composer) implements OutgoingMail {

    @Override
    public String sender() {
      return mail.from().address();
    }

    @Override
    public String recipient() {
      return mail.to().address();
    }

    @Override
    public boolean writeTo(Bytes out, boolean eightBit) {
      return composer.compose(mail, eightBit, out);
    }
  }
}
