"""What the command line says, in Korean and in English."""

from __future__ import annotations

from bot.rendering.language import Phrase
from retrieval.glossary.parentheses import MAX_TERM_WORDS
from retrieval.glossary.term_list import MAX_BYTES, MAX_CONCEPTS, MAX_NAMES, ListFault
from retrieval.sources.planning import DayState

# Configuration
CONFIG_FILE_MISSING = Phrase("설정 파일이 없습니다.", "there is no such file.")
CONFIG_FILE_UNREADABLE = Phrase("설정 파일을 읽을 수 없습니다({reason}).", "the file cannot be read ({reason}).")
CONFIG_FILE_NOT_UTF8 = Phrase("UTF-8 텍스트가 아닙니다.", "the file is not UTF-8 text.")
CONFIG_FILE_NOT_TOML = Phrase("TOML 문법에 맞지 않습니다: {reason}", "the file is not valid TOML: {reason}")
CONFIG_LINE_NOT_TOML = Phrase(
    "{line}번째 줄, {column}번째 글자에서 TOML 문법에 맞지 않습니다: {reason}",
    "line {line}, column {column} is not valid TOML: {reason}",
)
CONFIG_UNKNOWN_KEY = Phrase("없는 설정입니다. 쓸 수 있는 것: {known}", "unknown setting; there are: {known}")
CONFIG_EXPECTED_STRING = Phrase("따옴표로 묶은 문자열이어야 합니다.", "expected a string in quotes.")
CONFIG_EXPECTED_LIST = Phrase(
    '문자열 목록이어야 합니다. 예: ["digests"]', 'expected a list of strings, such as ["digests"].'
)
CONFIG_EXPECTED_TABLE = Phrase("[표]여야 합니다.", "expected a [table].")
CONFIG_EXPECTED_URL = Phrase("{schemes}로 시작하는 주소여야 합니다.", "expected an address that starts with {schemes}.")
CONFIG_EXPECTED_BOOL = Phrase("true나 false여야 합니다.", "expected true or false.")
CONFIG_EXPECTED_WHOLE = Phrase(
    "{low}부터 {high}까지의 정수여야 합니다.", "expected a whole number from {low} to {high}."
)
CONFIG_EXPECTED_ONE_OF = Phrase("{expected} 가운데 하나여야 합니다.", "expected one of {expected}.")
CONFIG_EXPECTED_TIME = Phrase('"00:30" 같은 시각(UTC)이어야 합니다.', 'expected a time of day in UTC, such as "00:30".')
CONFIG_EXPECTED_DAY = Phrase(
    '"2026-11-20" 같은 날짜이거나 비어 있어야 합니다.', 'expected a day such as "2026-11-20", or nothing.'
)
CONFIG_EXPECTED_SHARDS = Phrase(
    "서로 다른 샤드 번호(0부터)의 목록이어야 합니다. 예: [0, 1]",
    "expected a list of different shards, counted from 0, such as [0, 1].",
)
CONFIG_SHARD_BEYOND = Phrase(
    "샤드 {shard}까지 맡으려면 전체 샤드 수가 {shard}보다 커야 합니다.",
    "shard {shard} is one of more shards than that: say how many there are in all.",
)
CONFIG_BAD_PATH = Phrase("파일이나 폴더의 경로가 될 수 없습니다.", "cannot be the path of a file or folder.")
CONFIG_EXPECTED_LISTEN = Phrase(
    '"127.0.0.1:9464" 같은 주소와 포트이거나 비어 있어야 합니다.',
    'expected an address and a port, such as "127.0.0.1:9464", or nothing.',
)
CONFIG_NO_MODEL = Phrase(
    "base_url의 서버에서 쓸 모델의 이름을 name에, 임베딩 모델만 쓴다면 embeddings에 적어 주세요.",
    "name the model that is to be used at base_url in name, or an embedding model in embeddings.",
)
CONFIG_BAD_MODEL_KEY = Phrase(
    "키에 올 수 없는 글자가 있습니다. 서버가 준 키를 다시 복사해 주세요.",
    "the key has characters that none can have. Copy it again from where the server gave it.",
)
CONFIG_BAD_HF_TOKEN = Phrase(
    "토큰에 올 수 없는 글자가 있습니다. Hugging Face 설정의 Access Tokens에서 다시 복사해 주세요.",
    "it has characters that no token has; copy it again from Access Tokens in the settings of Hugging Face.",
)
CONFIG_BAD_TOKEN = Phrase(
    "토큰에 올 수 없는 글자가 있습니다. 개발자 포털에서 다시 복사해 주세요.",
    "it has characters that no token has; copy it again from the Developer Portal.",
)
CONFIG_EMPTY = Phrase("비어 있습니다.", "must not be empty.")
CONFIG_WRONG_TYPE = Phrase("형식이 맞지 않습니다.", "has the wrong type.")
CONFIG_DIGESTS_MISSING = Phrase("다이제스트 폴더나 파일이 없습니다: {path}", "no such folder or file: {path}")
CONFIG_TERMS_AT = Phrase("{file}, {line}번째 줄: ", "{file}, line {line}: ")
CONFIG_TERMS_IN = Phrase("{file}: ", "{file}: ")
_TERM_LIST = {
    ListFault.MISSING: "그런 파일이 없습니다",
    ListFault.UNREADABLE: "파일을 읽을 수 없습니다 ({detail})",
    ListFault.TOO_LARGE: f"파일이 {MAX_BYTES >> 20}MB보다 큽니다",
    ListFault.NOT_UTF8: "UTF-8 텍스트가 아닙니다",
    ListFault.NOT_TOML: "TOML 문법에 맞지 않습니다: {detail}",
    ListFault.TOO_MANY_CONCEPTS: f"개념이 {MAX_CONCEPTS:,}개를 넘습니다. 일부를 다른 파일로 옮겨 주세요",
    ListFault.NOT_NAMES: """‘{detail}’에는 이름 목록이 있어야 합니다. 예: ["강화 학습", "RL"]""",
    ListFault.ONE_NAME: "‘{detail}’에는 다른 이름이 하나 더 있어야 합니다",
    ListFault.TOO_MANY_NAMES: f"‘{{detail}}’의 이름이 {MAX_NAMES}개를 넘습니다",
    ListFault.BAD_NAME: f"‘{{detail}}’은(는) 이름이 될 수 없습니다. 두 글자 이상, {MAX_TERM_WORDS}단어까지 적어 주세요",
    ListFault.COMMON_WORD: "‘{detail}’은(는) 어느 질문에나 나오는 말이라 용어가 될 수 없습니다",
}
CONFIG_TERMS = {fault: Phrase(korean, fault.value) for fault, korean in _TERM_LIST.items()}
CONFIG_NO_TOKEN = Phrase(
    "봇 토큰이 없습니다. 환경 변수 DISCORD_TOKEN에 넣어 주세요. 토큰 없이 써 보려면 paperbot chat을 실행하세요.",
    "there is no bot token. Put it in the environment variable DISCORD_TOKEN. Without one, paperbot chat works.",
)
CONFIG_TOKEN_REFUSED = Phrase(
    "Discord가 토큰을 거절했습니다. 개발자 포털의 Bot 화면에서 새로 발급해 주세요.",
    "Discord refused the token. Reset it on the Bot page of the Developer Portal and set the new one.",
)


RUN_BAD_SHARDS = Phrase(
    "--shards에는 서로 다른 샤드 번호(0부터)를 쉼표로 나누어 적어 주세요. 예: 0,1",
    "--shards are different numbers, counted from 0, with commas between them, such as 0,1.",
)
RUN_SHARD_BEYOND = Phrase(
    "샤드 {shard}까지 맡으려면 --shard-count가 {shard}보다 커야 합니다.",
    "shard {shard} is one of more shards than that: say with --shard-count how many there are in all.",
)

STATE_COPIED = Phrase("{target}에 복사했습니다. 모두 {count}건입니다.", "Copied to {target}, {count} entries in all.")
STATE_BAD_PLACE = Phrase(
    "{name}에는 파일 경로나 postgresql://로 시작하는 주소를 적어 주세요.",
    "{name} is the path of a file, or an address that starts with postgresql://.",
)
RESTORED = Phrase("{file}의 내용을 {path}에 복원했습니다.", "Restored {file} to {path}.")
RESTORED_KEPT = Phrase("그 전의 파일은 {kept}에 남겨 두었습니다.", "What was there before is kept in {kept}.")
BACKED_UP = Phrase("{file}에 백업했습니다.", "Backed up to {file}.")

# paperbot fetch
FETCH_BAD_DAY = Phrase(
    "‘{text}’은(는) 날짜가 아닙니다. 2026-11-20처럼 적어 주세요.", "“{text}” is not a day; write 2026-11-20."
)
FETCH_BACKWARDS = Phrase("--since가 --until보다 뒤입니다.", "--since is later than --until.")
FETCH_UNSETTLED = Phrase(
    "{day}까지 가져올 수 있습니다. 그 뒤의 목록은 아직 바뀌는 중입니다.",
    "Days can be fetched up to {day}; the lists after it still fill up.",
)
FETCH_DAY = {
    DayState.WRITTEN: Phrase("{day}  논문 {papers}편을 썼습니다.", "{day}  {papers} papers written."),
    DayState.UPDATED: Phrase(
        "{day}  논문 {papers}편: {added}편 추가, {updated}편 갱신.",
        "{day}  {papers} papers: {added} added, {updated} updated.",
    ),
    DayState.UNCHANGED: Phrase("{day}  그대로입니다.", "{day}  unchanged."),
    DayState.EMPTY: Phrase("{day}  논문이 없는 날입니다.", "{day}  no papers on this day."),
    DayState.EDITED: Phrase(
        "{day}  누군가 고친 파일이라 그대로 둡니다.", "{day}  left alone: somebody has edited the file."
    ),
    DayState.OTHER: Phrase("{day}  다른 다이제스트가 있습니다.", "{day}  has another digest."),
    DayState.KEPT: Phrase("{day}  이미 가져왔습니다.", "{day}  fetched already."),
    DayState.MISSING: Phrase("{day}  가져올 날입니다.", "{day}  to be fetched."),
    DayState.REFRESH: Phrase("{day}  다시 확인할 날입니다.", "{day}  to be looked at again."),
    DayState.ABSTRACTS: Phrase(
        "{day}  초록이 없던 논문 {papers}편 중 {added}편의 초록을 찾았습니다.",
        "{day}  {added} abstracts found for {papers} papers that had none.",
    ),
}
FETCH_FAILED_DAY = Phrase("{day}  {reason}", "{day}  {reason}")
FETCH_NOTHING = Phrase("가져올 것이 없습니다.", "There is nothing to fetch.")
FETCH_STOPPED = Phrase(
    "멈췄습니다. 여기까지 가져온 것은 남고, 다시 실행하면 이어서 합니다.",
    "Stopped. What was fetched stays; run it again to go on.",
)

# paperbot summarize
SUMMARIZE_NO_MODEL = Phrase(
    "요약할 모델이 설정되어 있지 않습니다. 설정 파일의 [model]에 base_url과 name을 적고 summaries를 끄지 말아 주세요.",
    "No model is configured to summarise. Set base_url and name in [model], and leave summaries on.",
)
SUMMARIZE_DAY = Phrase(
    "{day}  요약이 없던 논문 {papers}편 중 {written}편을 요약했습니다.",
    "{day}  {written} of {papers} papers without a summary have one now.",
)
SUMMARIZE_DAY_PLANNED = Phrase(
    "{day}  요약이 없는 논문이 {papers}편 있습니다.", "{day}  {papers} papers have no summary."
)
SUMMARIZE_NOTHING = Phrase("요약할 논문이 없습니다.", "There is nothing to summarise.")
SUMMARIZE_LEFT_OUT = Phrase(
    "{count}편은 초록을 그대로 둡니다: {reason}", "{count} papers keep their abstracts: {reason}"
)
SUMMARIZE_STOPPED = Phrase(
    "멈췄습니다. 여기까지 쓴 요약은 남고, 다시 실행하면 이어서 합니다.",
    "Stopped. What was written stays; run it again to go on.",
)

# paperbot check
CHECK_CONFIG = Phrase("설정: {file}", "Configuration: {file}")
CHECK_NO_FILE = Phrase("파일 없음, 기본값 사용", "no file, the defaults")
CHECK_CORPUS = Phrase("논문 {papers}, {days} ({path})", "{papers} on {days} ({path})")
CHECK_NO_PAPERS = Phrase(
    "{paths}에서 논문을 찾지 못했습니다. 다이제스트 폴더가 맞는지 확인해 주세요.",
    "No papers in {paths}. Is it the folder of digests?",
)
CHECK_STATE = Phrase("상태 데이터베이스를 쓸 수 있습니다 ({path})", "The state database can be used ({path})")
CHECK_SET_ASIDE = Phrase(
    "쓸 수 없는 파일을 {aside}에 옮겨 두고 다이제스트에서 다시 만들었습니다",
    "What could not be used was set aside as {aside}, and made anew from the digests",
)
CHECK_DAMAGED_INSIDE = Phrase(
    "{path}의 안쪽이 손상되었습니다({detail}). paperbot check --repair가 다이제스트에서 다시 만듭니다.",
    "{path} is damaged inside ({detail}). paperbot check --repair makes it anew from the digests.",
)
CHECK_FOLDER = Phrase("가져온 논문을 쓸 수 있습니다 ({path})", "Fetched papers can be written ({path})")
CHECK_SOURCE = Phrase("Hugging Face가 답합니다 ({base})", "Hugging Face answers ({base})")
CHECK_MODEL = Phrase("모델이 답합니다: {name} ({base}, {seconds}초)", "The model answers: {name} ({base}, {seconds} s)")
CHECK_EMBEDDINGS = Phrase(
    "임베딩 모델이 답합니다: {name} ({dimension}차원)", "The embedding model answers: {name} ({dimension} dimensions)"
)
CHECK_MODEL_NAMES = Phrase("서버에 있는 모델: {names}", "The server has: {names}")
CHECK_MODEL_NO_ADDRESS = Phrase(
    "[model] base_url이 비어 있어 모델을 쓰지 않습니다.", "base_url of [model] is empty, so no model is used."
)
CHECK_MODEL_PLAIN = Phrase(
    "모델의 키가 암호화되지 않고 {host}로 갑니다. 되도록 https:// 주소를 적어 주세요.",
    "The model's key goes to {host} unencrypted. Use an https:// address if there is one.",
)
CHECK_MODEL_WINDOW = Phrase(
    "모델 서버가 긴 프롬프트를 {tokens}토큰쯤에서 말없이 자릅니다. 8,192 이상으로 늘려 주세요. Ollama에서는 OLLAMA_CONTEXT_LENGTH로 정합니다.",
    "The model's server cuts long prompts silently, at about {tokens} tokens. Set it to 8,192 or more; for Ollama,"
    " OLLAMA_CONTEXT_LENGTH does it.",
)
CHECK_TOKEN = Phrase("Discord가 토큰을 받아들였습니다", "Discord accepts the token")
CHECK_UNREACHABLE = Phrase("{api_base}에 연결할 수 없습니다({reason}).", "{api_base} cannot be reached ({reason}).")
CHECK_NO_TOKEN = Phrase(
    "봇 토큰은 아직 없습니다. Discord에서 쓰려면 환경 변수 DISCORD_TOKEN에 넣어 주세요.",
    "There is no bot token yet. To run in Discord, put it in the environment variable DISCORD_TOKEN.",
)
CHECK_NO_ANSWER = Phrase("응답 없음", "no answer")
