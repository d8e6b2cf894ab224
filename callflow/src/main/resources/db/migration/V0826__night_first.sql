-- The journal of figures grows for ever, and the checks of the board look at one night every few seconds.
CREATE INDEX capacity_event_night_group ON capacity_event (night_of, place_group_id);
DROP INDEX capacity_event_group_night;

-- The same as message_of_recipient.
DROP INDEX message_recipient;
