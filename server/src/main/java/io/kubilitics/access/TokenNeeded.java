package io.kubilitics.access;

import java.util.Optional;

/// Refuses strangers everywhere but on public routes and on those that know their callers by other
/// means. A path that does not exist is not told to them either.
public final class TokenNeeded implements Guard {
  private static final Refusal STRANGER =
      new Refusal(
              401,
              "no-token",
              "Send the token of this start in one header, 'Authorization: Bearer …'. It stands"
                  + " behind '#token=' in the address that the server printed.")
          .with("WWW-Authenticate", "Bearer");

  @Override
  public Optional<Refusal> refuses(Visit visit) {
    boolean needed =
        !visit.leadsTo(Access.PUBLIC)
            && !visit.leadsTo(Access.TICKET)
            && !visit.leadsTo(Access.STREAM)
            && !visit.leadsTo(Access.PHONE);
    return needed && visit.caller() == Caller.STRANGER ? Optional.of(STRANGER) : Optional.empty();
  }
}
