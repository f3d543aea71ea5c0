"""What /corpus says, in Korean and in English."""

from __future__ import annotations

from bot.rendering.language import Phrase

CMD_CORPUS = Phrase("코퍼스", "corpus")
CMD_RELOAD = Phrase("새로읽기", "reload")
CMD_STATUS = Phrase("상태", "status")
ABOUT_CORPUS = Phrase("논문 데이터를 관리합니다 (서버 관리 권한)", "Manage the papers (Manage Server permission)")
ABOUT_RELOAD = Phrase("다이제스트를 다시 읽어 새 논문을 반영합니다", "Read the digests again and take up new papers")
ABOUT_STATUS = Phrase("모은 논문의 수와 기간을 봅니다", "How many papers there are, and from when")
HELP_CORPUS = Phrase("/코퍼스 새로읽기, /코퍼스 상태", "/corpus reload, /corpus status")

MAY_NOT_RELOAD = Phrase(
    "이 명령은 서버 관리 권한이나 관리자가 정한 역할이 있는 분만 쓸 수 있습니다.",
    "Only members with the Manage Server permission, or with the role that an admin has chosen, can do this.",
)

RELOAD_TITLE = Phrase("다이제스트를 다시 읽었습니다", "Digests reloaded")
RELOAD_FILES = Phrase("파일: {read}개 읽음, {unchanged}개 그대로", "Files: {read} read, {unchanged} unchanged")
RELOAD_PAPERS = Phrase(
    "논문: {added}편 추가, {updated}편 갱신, {removed}편 삭제",
    "Papers: {added} added, {updated} updated, {removed} removed",
)
WARNINGS_TITLE = Phrase("경고 {count}건", "Warnings: {count}")
WARNINGS_MORE = Phrase(
    "외 {count}건. 서버에서 paperbot check로 모두 볼 수 있습니다.",
    "and {count} more; paperbot check lists all of them.",
)
RELOAD_BUSY = Phrase(
    "이미 다시 읽는 중입니다. 끝나면 새 논문이 바로 검색됩니다.",
    "A reload is already running; new papers can be found as soon as it ends.",
)
RELOAD_WAIT = Phrase(
    "다시 읽기는 1분에 한 번만 됩니다. {seconds}초 뒤에 다시 해 주세요.",
    "Reloading is possible once a minute. Try again in {seconds} s.",
)
RELOAD_FAILED = Phrase(
    "다시 읽지 못했습니다. 기존 논문은 그대로 검색됩니다. 이유: {reason}",
    "The reload failed; search goes on with the papers as they were. Reason: {reason}",
)

STATUS_TITLE = Phrase("코퍼스 상태", "Corpus status")
STATUS_PAPERS = Phrase("논문 {papers}편, {days}일", "{papers} papers on {days} days")
STATUS_PERIOD = Phrase("기간: {first} ~ {last}", "From {first} to {last}")
STATUS_FILES = Phrase("다이제스트 파일: {files}개, 경고 {warnings}건", "Digest files: {files}, warnings: {warnings}")
STATUS_LOADED = Phrase("마지막으로 읽은 때: {time}", "Loaded: {time}")
STATUS_VECTORS = Phrase(
    "의미로 찾기: {model}, 글 {texts}개 중 {held}개 준비", "Search by meaning: {model}, {held} of {texts} texts ready"
)
STATUS_RELOADING = Phrase("지금 다시 읽는 중입니다.", "A reload is running.")

SOURCE_NAMES = {"huggingface": "Hugging Face"}
SOURCE_NEVER = Phrase("아직 없음", "never yet")
SOURCE_SUCCESS = Phrase("마지막으로 가져온 때: {time}", "Last fetched: {time}")
SOURCE_FAILING = Phrase("{time}부터 가져오지 못하고 있습니다.", "Not to be had since {time}.")
SOURCE_ERROR = Phrase("마지막 오류 ({time}): {reason}", "Last error ({time}): {reason}")
SOURCE_NEXT = Phrase("다음에 가져올 때: {time}", "Next fetch: {time}")
MODEL_TITLE = Phrase("모델", "Model")
MODEL_TOKENS = Phrase("오늘(UTC) 쓴 토큰: {limit} 가운데 {spent}", "Tokens used today (UTC): {spent} of {limit}")
MODEL_FAULTS = Phrase("오늘 실패: {counts}", "Failed today: {counts}")
SOURCE_OUT = Phrase(
    "{since}부터 Hugging Face에서 새 논문을 가져오지 못해 데일리 게시물이 없습니다. 봇을 운영하는 분은 /코퍼스 상태에서 이유를 볼 수 있습니다. 다시 되면 밀린 날도 가져옵니다.",
    "No new papers could be fetched from Hugging Face since {since}, so there are no daily posts. /corpus status says why. Once it works again, the missed days are fetched, too.",
)
