package org.hotline115.gateway.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalTime;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.appointment.AppointmentId;
import org.hotline115.callflow.appointment.ScheduleId;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.closure.ClosureId;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.evaluation.EvaluationId;
import org.hotline115.callflow.freed.FreedId;
import org.hotline115.callflow.handover.EntryId;
import org.hotline115.callflow.handover.TaskId;
import org.hotline115.callflow.household.HouseholdId;
import org.hotline115.callflow.household.MemberId;
import org.hotline115.callflow.person.MergeId;
import org.hotline115.callflow.person.NumberId;
import org.hotline115.callflow.person.PersonId;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.placement.FileCode;
import org.hotline115.callflow.placement.PlacementId;
import org.hotline115.callflow.queue.PhoneId;
import org.hotline115.callflow.reference.OwnCode;
import org.hotline115.callflow.request.RequestId;
import org.hotline115.callflow.waitlist.OfferId;
import org.hotline115.callflow.waitlist.WaitId;

/** Records become JSON: camelCase, times in ISO 8601 UTC, absent values as null. */
public final class Json {

  private static final ObjectMapper WRITER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(ids())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private Json() {}

  /** Ids and numbers are plain text on the wire; a phone number is its mask. */
  private static SimpleModule ids() {
    SimpleModule ids = new SimpleModule();
    for (Class<?> id :
        List.of(
            AgentId.class,
            AppointmentId.class,
            CallId.class,
            ClosureId.class,
            ContactId.class,
            EntryId.class,
            EvaluationId.class,
            FileCode.class,
            FreedId.class,
            HoldId.class,
            HouseholdId.class,
            LocalTime.class,
            MemberId.class,
            MergeId.class,
            NightOf.class,
            NumberId.class,
            OfferId.class,
            OwnCode.class,
            PersonId.class,
            PhoneId.class,
            PhoneNumber.class,
            PlaceGroupId.class,
            PlacementId.class,
            RequestId.class,
            ScheduleId.class,
            TaskId.class,
            WaitId.class)) {
      ids.addSerializer(id, ToStringSerializer.instance);
    }
    return ids;
  }

  public static byte[] bytes(Object value) {
    try {
      return WRITER.writeValueAsBytes(value);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("an answer cannot be written as JSON", bug);
    }
  }

  public static String text(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("a message cannot be written as JSON", bug);
    }
  }

  /** As a tree, to take a field out before it goes on the wire. */
  public static ObjectNode tree(Object value) {
    return WRITER.valueToTree(value);
  }

  public static ObjectNode object() {
    return WRITER.createObjectNode();
  }

  public static ArrayNode array() {
    return WRITER.createArrayNode();
  }
}
