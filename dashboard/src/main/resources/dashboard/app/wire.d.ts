/** The shapes that travel: contract of the HTTP routes and of the live socket. Golden examples: gateway/src/test/resources/wire. */
export type PartState = 'UP' | 'DOWN';
export interface Parts { telephone: PartState; board: PartState; records: PartState; texts?: PartState }
export interface PhoneChoice { id: string; kind: 'BROWSER' | 'SIP' }
export type RoleCode = 'LISTENER' | 'COORDINATOR' | 'SUPERVISOR' | 'PLACE_MANAGER' | 'ADMIN';
export interface Session { agent: string; displayName: string; role: RoleCode; csrf: string; phones: PhoneChoice[]; sites: string[]; demo: boolean }
export type PresenceState = 'OFFLINE' | 'READY' | 'RINGING' | 'TALKING' | 'WRAP_UP' | 'PAUSED';
export interface AgentView { agent: string; displayName: string; state: PresenceState; reason: string | null; since: string; phone: string | null; wish?: string | null }
/** One group as its own shelter sees it: what agents hold is free to its eyes. */
export interface SiteFigure { placeGroupId: string; siteName: string; name: string; open: number; free: number; held: number; toldAt: string | null; toldBy: string }
export interface StaleGroup {
  placeGroupId: string; siteId: string; siteName: string; name: string; phone: string; open: number; free: number; toldAt: string | null; toldBy: string;
  askBy: 'SMS' | 'LINK' | 'PERSON'; askedBy: 'SMS' | 'LINK' | 'PERSON' | null; askedAt: string | null; textStatus: string | null; timesAsked: number; smsStoppedAt: string | null;
}
export interface Freshness { asOf: string; groups: number; fresh: number; stale: StaleGroup[] }
export interface QueueView { queue: string; waiting: number; longestWaitSince: string | null; agentsReady: number; agentsTalking: number; asOf: string }
export interface CallView {
  callId: string; maskedNumber: string | null; callerIdState: string; language: string | null;
  receivedAt: string; enqueuedAt: string | null; answeredAt: string | null; state: 'IN_MENU' | 'WAITING' | 'RINGING' | 'TALKING' | 'LEAVING' | 'HANDED_OFF' | 'ENDED'; ours: boolean;
  line: string | null; rescue: RescueView | null; interpreter: InterpreterView | null; colleague: ColleagueView | null;
}
export interface RescueView { service: string | null; rungAt: string | null; answeredAt: string | null; missedAt: string | null; rings: boolean }
export interface InterpreterView {
  language: string | null; service: string | null; rungAt: string | null; missedAt: string | null; answeredAt: string | null;
  since: string | null; endedAt: string | null; seconds: number; rings: boolean;
}
/** passedOn: who asked has left, and the caller is the colleague's. */
export interface ColleagueView {
  agent: string; name: string; askedBy: string | null; rungAt: string | null; missedAt: string | null; answeredAt: string | null;
  since: string | null; endedAt: string | null; rings: boolean; passedOn: boolean;
}
export interface EarlierCall { receivedAt: string; outcome: string | null; waitSeconds: number | null }
export interface EarlierContact { contactId: string; openedAt: string; kinds: string[]; result: string | null; householdType: string | null }
export interface LastRequest { requestId: string; nightOf: string; status: string; unmetReason: string | null; persons: number; householdType: string }
export interface TurnView {
  reason: string; rankAt: string; older: number | null; younger: number | null; olderForLanguage: number | null; putFirst: { by: string; reason: string } | null;
}
/** Only for another language than French; spoken: by the agent at this desk. */
export interface LanguageView { code: string; spoken: boolean; heldAt: string | null }
export interface TodayView { calls: number; waitSeconds: number; answered: { at: string; by: string; mine: boolean; talking: boolean } | null }
export interface Card {
  call: CallView; contactId: string | null; earlierCalls: EarlierCall[];
  earlierContacts: EarlierContact[]; lastRequest: LastRequest | null;
  turn: TurnView | null; today: TodayView | null; language: LanguageView | null; promise: PromiseView | null; voicemail: string | null;
}
export interface ContactSummary { contactId: string; openedAt: string; channel: string; callId: string | null; maskedNumber: string | null; nextStep: string | null; result: string | null }
export interface DeskView { me: AgentView; calls: CallView[]; card: Card | null; openContacts: ContactSummary[]; queue: QueueView; parts: Parts }
export interface ContactFields {
  channel: string; callerKind: string; kinds: string[]; householdType: string; adults: number; minors: number; under3: number; youngest?: number | null; oldest?: number | null;
  reducedMobility?: boolean | null; notSeparated?: boolean | null; womenOnly?: boolean | null; cots?: number | null; wayMinutes?: number | null;
  pets: string; inseeCode: string; placeText: string | null; lastNight: string; needs: string[]; personWish: string | null;
  pseudonym: string | null; smsAgreed: boolean; discretion: string; language: string | null; nextStep: string; result: string; noteText: string | null;
}
export interface Contact extends ContactFields { contactId: string; callId: string | null; version: number; openedAt: string; closedAt: string | null; agent: string }
export interface GroupView {
  placeGroupId: string; siteId?: string; siteName: string; name: string; placeType: string; genderRule: string; householdTypesAccepted: string[];
  petsAllowed: string; accessReducedMobility: string; nightOnly: boolean; commune: string; arrivalUntil: string | null;
  open: number; occupied: number; held: number; free: number; updatedAt: string | null; updatedBy: string | null; source: string | null; closureReason?: string | null;
  staleAfterMinutes: number; version: number; fits?: boolean; misfit?: string | null;
  together: number; rooms: { unit: 'PERSON_PLACE' | 'ROOM' | 'APARTMENT'; size: number; cots: number; onDemand: boolean };
  hours: { arrivalFrom: string; release: Record<string, string> };
}
export interface Obstacle { misfit: string; amount: number; time: string | null }
export interface WayThere { minutes: number; mode: string | null; kilometres: number | null; source: string }
export interface FoundPlace { group: GroupView; places: number; stale: boolean; why: string[]; whyNot: Obstacle[]; way: WayThere | null }
export interface SearchAnswer { nightOf: string; state: PartState; asOf: string; fitting: number; fits: FoundPlace[]; nearMisses: FoundPlace[] }
export interface BoardAlarm {
  alarmId: number; placeGroupId: string; siteName: string; groupName: string; what: string; nightOf: string | null; found: string; expected: string; at: string;
  open: boolean; repairable: boolean; repaired: boolean; decision: 'REPAIRED' | 'ACKNOWLEDGED' | 'VANISHED' | null; decidedBy: string | null; decidedAt: string | null;
}
export interface SiteChannel {
  siteId: string; siteName: string; askBy: 'SMS' | 'LINK' | 'PERSON'; language: 'fr' | 'en'; number: string | null; askedAtNight: boolean; smsStoppedAt: string | null; hasCode: boolean;
}
export interface SiteKey { keyId: string; siteId: string; name: string; madeAt: string; madeBy: string; revokedAt: string | null; lastUsedAt: string | null }
export interface BoardView { version: number; asOf: string; state: PartState; nightOf: string; groups: GroupView[] }
export interface HoldView {
  holdId: string; placeGroupId: string; places: number; agent: string; agentName?: string; callId: string | null; contactId: string | null;
  status: 'ACTIVE' | 'CONVERTED' | 'RELEASED' | 'EXPIRED'; createdAt: string; expiresAt: string; offeredAt: string | null;
}
export interface PromiseView {
  callbackId: number; code: string; maskedNumber: string | null; line: string; language: string; channel: 'VOICE' | 'TEXT'; keptRankAt: string; requestedAt: string; dueBy: string;
  status: 'QUEUED' | 'DIALLING' | 'REACHED' | 'UNREACHABLE' | 'EXPIRED' | 'CANCELLED_BY_CALLER' | 'MERGED';
  attempts: number; notBefore: string; onTheLine: boolean; people: number | null; children: number | null; where: string | null;
}
export interface WrittenText { ours: boolean; at: string; words: string; segments: number; status: string }
export interface Placed { placementId: string; requestId: string; arriveBefore: string | null; sms: string }
export interface MessageView {
  messageId: string; templateCode: string; to: string; body: string | null; segments: number; status: string;
  createdAt: string; sentAt: string | null; errorCode: string | null; dueAt: string | null;
}
export interface TextAlert { alertId: string; raisedAt: string; from: string | null }
export interface TakenAlert { alertId: string; raisedAt: string; dial: string | null; body: string }
export interface SoftphoneAccess { server: string; uri: string; user: string; password: string; number?: string; sip?: { host: string; port: number } }
export type PlacementStatus = 'EXPECTED' | 'TO_CHECK' | 'ARRIVED' | 'NO_SHOW' | 'CANCELLED' | 'ENDED';
export interface PlacementView {
  placementId: string; fileCode: string; nightOf: string; siteId: string; siteName: string; placeGroupId: string; groupName: string;
  householdType: string; persons: number; minors: number; under3: number; pets: string; places: number; name: string | null; status: PlacementStatus;
  arriveBefore: string; arrivedAt: string | null; movedAt: string; movedBy: string; movedSource: string;
}
export interface NightFigures { came: number; didNotCome: number; toCheck: number; placesBack: number; placesGivenAgain: number }
export interface RequestView {
  request: { requestId: string; fileCode: string; status: string } | null; decided: boolean; toDecide: boolean;
  suggestion: { reason: string; subReasons: string[] } | null;
}
export type RequestDecision =
  | { outcome: 'UNMET'; reason: string; subReasons: string[]; keepOpen: boolean }
  | { outcome: 'SEARCH_GOES_ON'; keepOpen: boolean };
export interface Why { waitingSince: string; nightsWithout: number; level: number; because: string[] }
export interface WaitingTurn {
  requestId: string; contactId: string; fileCode: string; persons: number; householdType: string; pets: string; status: string;
  unmetReason: string | null; keepOpen: boolean; why: Why;
}
export interface FreedPlace {
  freedId: string; placeGroupId: string; siteName: string; groupName: string; places: number; freedAt: string;
  status: 'WAITING' | 'PROPOSED' | 'TAKEN'; holdId: string | null; takenByName: string | null; turn: WaitingTurn | null;
  doorClosedAt: string | null; sitePhone: string;
}
export type LiveMessage =
  | { type: 'hello'; epoch: string; parts: Parts }
  | { type: 'board'; version: number; nightOf: string; groups: GroupView[] }
  | { type: 'boardChange'; version: number; groups: GroupView[] }
  | { type: 'holds'; holds: HoldView[] }
  | { type: 'hold'; hold: HoldView }
  | { type: 'me'; me: AgentView }
  | { type: 'card'; card: Card | null }
  | { type: 'queue'; queue: QueueView }
  | { type: 'promises'; promises: PromiseView[] }
  | { type: 'freedPlaces'; freedPlaces: FreedPlace[] }
  | { type: 'alarms'; alarms: number }
  | { type: 'figures'; figures: number }
  | { type: 'textAlerts'; textAlerts: TextAlert[] }
  | { type: 'parts'; parts: Parts };
export interface WaitingCall { callId: string; line: string; maskedNumber: string | null; callerIdState: string; rankAt: string; reason: string }
export interface LineAct {
  actId: string; line: string; act: string; until: string | null; cap: number | null; callId: string | null; reason: string; by: string; at: string;
}
export interface LineView {
  line: string; name: string; kind: string; numbers: string[]; open: boolean; closedFrom: string | null; closedUntil: string | null;
  voicemail: boolean; cap: number | null; capMoved: LineAct | null; decided: LineAct | null;
}
export interface RepeatFigures {
  received: number; withKey: number; callers: number; joined: number; mostOfOne: number; repeatRate: number | null; callerAccessRate: number | null; withheldShare: number | null;
}
export interface Outcomes {
  received: number; blockedFull: number; blockedTech: number; ivrOnly: number; handedOff: number; answered: number; abandonedShort: number; abandoned: number;
  leftForCallback: number; timedOut: number; exitEmpty: number; waiting: number;
}
export interface IndicatorView {
  code: string; unit: 'CALLS' | 'CALLERS' | 'CALLS_PER_CALLER' | 'SHARE' | 'SECONDS'; formula: string; version: number; value: number | null; used: number; excluded: number; excludes: string;
}
export interface ReportRow { key: string; from: string | null; values: Record<string, number | null>; outcomes: Outcomes }
export interface ReportView {
  first: string; last: string; from: string; until: string; zone: string; line: string | null; by: 'NONE' | 'HOUR' | 'DAY' | 'LANGUAGE' | 'LINE'; computedAt: string;
  serviceLevelSeconds: number; serviceLevelTarget: number; shortAbandonSeconds: number; whole: boolean; outcomes: Outcomes; leftOut: { test: number; inMenu: number };
  indicators: IndicatorView[]; rows: ReportRow[];
}
export type Level = 'CALM' | 'OLD' | 'DANGER';
export interface TodayFigures { received: number; answered: number; abandoned: number; blocked: number }
export interface WallLine {
  line: string; name: string; open: boolean; waiting: number; cap: number | null; waitingLevel: Level; longestWaitSince: string | null; waitLevel: Level;
  promised: { owed: number; oldestSince: string | null; late: number; level: Level }; serviceLevel: number | null; serviceLevelLevel: Level; today: TodayFigures; usual: TodayFigures | null;
}
export interface WallTeam { there: number; states: Record<string, number>; pauses: Record<string, number> | null }
export interface WallPlaces { asOf: string; state: 'UP' | 'DOWN'; free: number; held: number; stale: number; audiences: { audience: Audience; free: number; held: number }[] }
export interface WallView { at: string; lines: WallLine[]; usualDays: number; team: WallTeam; places: WallPlaces }
export interface AbandonedView { callId: string; line: string; maskedNumber: string | null; language: string; rangAt: string; waitedSeconds: number; calls: number }
export interface LinesView { at: string; today: RepeatFigures; lines: LineView[]; acts: LineAct[] }
export type Audience = 'WOMEN' | 'FAMILIES' | 'COUPLES' | 'MEN';
export interface NoticeView {
  noticeId: string; audience: Audience; until: string; by: string; approvedAt: string;
  endedAt: string | null; endedBy: string | null; ending: 'BY_HAND' | 'PLACE_FREE' | 'AT_ITS_HOUR' | null;
}
export interface NoticesView { at: string; board: 'UP' | 'DOWN'; proposed: Audience[]; notices: NoticeView[] }
export interface VoicemailView { callId: string; line: string; leftAt: string; seconds: number; doneBy: string | null; doneAt: string | null; task: string | null }
export interface ReceptionSite { siteId: string; name: string; commune: string }
export interface ScheduleView {
  scheduleId: string; siteId: string; service: string; kind: 'APPOINTMENT' | 'WALK_IN'; rule: string; validFrom: string; validUntil: string | null; closedOn: string[];
  holidays: string | null; opensAt: string; closesAt: string; slotMinutes: number; capacity: number; languages: string[]; zone: string;
}
export interface Receptions { zone: string; sites: ReceptionSite[]; schedules: ScheduleView[] }
export interface SlotView {
  scheduleId: string; service: string; startsAt: string; endsAt: string; capacity: number; free: number; offered: number; languages: string[]; zone: string;
}
export interface WaitingView {
  waitId: string; siteId: string; service: string; appointmentId: string | null; earlierThan: string | null; name: string; number: string | null; smsAgreed: boolean;
  lastDay: string | null; joinedBy: string; joinedAt: string; unanswered: number; isAsked: boolean;
}
export interface SlotOfferView {
  offerId: string; waitId: string; scheduleId: string; startsAt: string; endsAt: string; zone: string; byPhone: string | null; offeredAt: string; answerBefore: string;
  status: 'OPEN' | 'TAKEN' | 'DECLINED' | 'LAPSED' | 'WITHDRAWN'; appointmentId: string | null;
}
export interface AskedView { offer: SlotOfferView; name: string; number: string | null; texts: PlannedText[] }
export interface WaitingListView { waiting: WaitingView[]; offers: AskedView[] }
export interface AppointmentView {
  appointmentId: string; kind: 'APPOINTMENT' | 'WALK_IN'; siteId: string; scheduleId: string | null; startsAt: string; endsAt: string; zone: string; contactId: string | null;
  name: string; status: string; unknownPast: boolean; mayBecome: string[]; mayMove: boolean; moves: number; bookedBy: string; bookedAt: string; changedBy: string; changedAt: string;
  number: string | null; smsAgreed: boolean; discretion: string; language: string; texts: PlannedText[];
}
export interface PlannedText { template: string; status: string; dueAt: string | null; sentAt: string | null }
export interface PersonDetails { firstName: string; lastName: string; pseudonym: string; birthYear: number | null; gender: string; language: string | null; refused: boolean }
export interface PersonNumber { numberId: string; masked: string; safeToText: boolean | null; safeToCall: boolean | null; shared: boolean; addedAt: string }
export interface Person extends PersonDetails { personId: string; code: string; version: number; identityQuality: string; numbers: PersonNumber[]; changedAt: string }
export interface FoundPerson {
  personId: string; code: string; firstName: string; lastName: string; pseudonym: string; birthYear: number | null; lastContactAt: string | null; why: string[];
}
export interface TimelineEntry {
  kind: 'CONTACT' | 'CALL' | 'REQUEST' | 'HOLD' | 'PLACEMENT' | 'TEXT' | 'TEXT_ANSWER' | 'APPOINTMENT'; id: string; at: string; status: string | null;
  about: string[]; place: string | null; nightOf: string | null;
}
export interface Timeline { entries: TimelineEntry[]; more: boolean }
export interface PersonMerge { mergeId: string; code: string; mergedAt: string; mergedBy: string }
export interface PersonFile { person: Person; timeline: Timeline; alike: FoundPerson[]; merges: PersonMerge[] }
export interface HouseholdMember {
  memberId: string; personId: string; code: string; firstName: string; lastName: string; pseudonym: string; birthYear: number | null; role: string; from: string; to: string | null;
}
export interface HouseholdReferent { agent: string; displayName: string; since: string | null }
export interface Household {
  householdId: string; version: number; householdType: string; adults: number; minors: number; under3: number; pets: string; members: HouseholdMember[]; former: HouseholdMember[];
  referent: HouseholdReferent | null; changedAt: string; changedBy: string;
}
export interface HouseholdFile {
  personId: string; household: Household | null; earlier: Array<{ householdId: string; type: string; role: string; from: string; to: string }>; colleagues: HouseholdReferent[];
}
export interface ShownFlags { flags: Array<{ code: string; notedAt: string; notedBy: string }>; mayWrite: boolean }
export interface EvaluationTask {
  evaluationId: string; contactId: string; personCode: string | null; version: number; openedAt: string; openedBy: string; dueAt: string; late: boolean;
  owner: string | null; ownerName: string | null; doneAt: string | null; doneBy: string | null;
}
export interface FlashAnswers {
  situation: string | null; lastNight: string | null; sinceWhen: string | null; reasons: string[]; resources: string | null; healthNow: string | null; safetyNow: string | null;
  network: boolean | null; elsewhere: boolean | null; readBack: boolean;
}
export interface ShiftEntry { entryId: string; kind: 'EVENT' | 'NOTE'; words: string; writtenBy: string; writtenAt: string; readBy: string[]; unread: boolean }
export interface ShiftTask {
  taskId: string; words: string; owner: string | null; ownerName: string | null; dueAt: string | null; createdBy: string; createdAt: string; version: number;
  doneBy: string | null; doneAt: string | null;
}
export interface Handover { entries: ShiftEntry[]; tasks: ShiftTask[]; colleagues: Array<{ agent: string; displayName: string }> }
