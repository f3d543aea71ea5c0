"""Common terms of the field in both languages, for what the digests themselves do not explain."""

from __future__ import annotations

from typing import Final

from retrieval.pairs import Pair

_STRENGTH = 0.5  # less than what a corpus says itself in one place

# English on the left, Korean on the right; all on the one side mean all on the other.
_TERMS = """
3d reconstruction = 3D 재구성, 3D 복원; ablation = 절제 실험; accuracy = 정확도; action recognition = 행동 인식
activation function = 활성화 함수; active learning = 능동 학습; adapter = 어댑터; adversarial attack = 적대적 공격
adversarial training = 적대적 학습, 적대적 훈련; agent = 에이전트; alignment = 정렬; animation = 애니메이션
annotation = 주석, 어노테이션; anomaly detection = 이상 탐지, 이상 감지; arabic = 아랍어; attention = 주의, 어텐션
audio generation = 오디오 생성; augmented reality = 증강 현실; autoencoder = 오토인코더
autonomous driving, self-driving = 자율주행; autoregressive = 자기회귀; avatar = 아바타; backbone = 백본
batch size = 배치 크기; benchmark = 벤치마크; bias = 편향; bilingual = 이중 언어
bounding box = 경계 상자, 바운딩 박스; brain = 뇌; calibration = 보정; camera pose = 카메라 포즈, 카메라 자세
caption, captioning = 캡션, 캡셔닝; catastrophic forgetting = 파국적 망각, 치명적 망각; causal inference = 인과 추론
chain of thought = 사고의 사슬, 사고 연쇄; chart = 차트; chatbot = 챗봇; chemistry, chemical = 화학; chinese = 중국어
classification = 분류; classifier = 분류기; climate = 기후; clustering = 군집화, 클러스터링
code generation = 코드 생성; collaboration = 협업; commonsense = 상식; compression = 압축
computational cost = 계산 비용; computer vision = 컴퓨터 비전; consistency = 일관성
context window = 컨텍스트 창, 문맥 창; continual learning = 지속 학습, 연속 학습; contrastive learning = 대조 학습
convergence = 수렴; conversation, dialogue = 대화; copyright = 저작권; cost = 비용; counterfactual = 반사실
creativity = 창의성; cross-attention = 교차 주의, 교차 어텐션; cultural = 문화; curriculum learning = 커리큘럼 학습
data augmentation = 데이터 증강; data collection = 데이터 수집; dataset = 데이터셋, 데이터 세트; debate = 토론
decoding = 디코딩; deep learning = 딥러닝, 심층 학습; deepfake = 딥페이크; defense = 방어; deformation = 변형
denoising = 디노이징, 노이즈 제거, 잡음 제거; depth estimation = 깊이 추정; detection = 탐지, 검출; diagnosis = 진단
diffusion = 확산, 디퓨전; diffusion model = 확산 모델, 디퓨전 모델; disentanglement = 분리; distillation = 증류
diversity = 다양성; document = 문서; domain adaptation = 도메인 적응; downstream task = 다운스트림 작업
drug discovery = 신약 개발, 약물 발견; education = 교육; efficiency = 효율성; embedding = 임베딩; embodied = 체화
emotion = 감정; encoder = 인코더; energy = 에너지; english = 영어; ensemble = 앙상블; entropy = 엔트로피
error correction = 오류 수정, 오류 교정; ethics = 윤리; evaluation = 평가; evolutionary = 진화
explainability = 설명 가능성; exploration = 탐색, 탐험; face = 얼굴; facial expression = 얼굴 표정
fact checking = 사실 확인, 팩트 체크; factuality = 사실성; fairness = 공정성; feature extraction = 특징 추출
federated learning = 연합 학습; feedback = 피드백; few-shot = 퓨샷, 소수 샷; finance = 금융
fine-tuning = 미세 조정, 파인튜닝; flow matching = 흐름 매칭, 플로우 매칭; font = 폰트, 글꼴
foundation model = 기반 모델, 파운데이션 모델; french = 프랑스어; game = 게임; gaussian splatting = 가우시안 스플래팅
gaze = 시선; generalization = 일반화; generative model = 생성 모델; german = 독일어; gesture = 제스처
gradient = 기울기, 그래디언트; graph neural network = 그래프 신경망; grounding = 그라운딩
hallucination = 환각, 할루시네이션; handwriting = 손글씨, 필기; hardware = 하드웨어; harmful = 유해, 해로운
healthcare = 의료, 헬스케어; history = 역사; human = 인간; human motion = 인간 동작
human preference = 인간 선호도, 인간 선호; hyperparameter = 하이퍼파라미터; identity preservation = 정체성 보존
image captioning = 이미지 캡셔닝; image classification = 이미지 분류; image editing = 이미지 편집
image generation = 이미지 생성; image restoration = 이미지 복원; imitation learning = 모방 학습
in-context learning = 맥락 내 학습, 문맥 내 학습; inference = 추론; information retrieval = 정보 검색
inpainting = 인페인팅; instruction following = 지시 따르기, 명령 수행; instruction tuning = 지시 조정, 명령 튜닝
interpretability = 해석 가능성; inverse problem = 역문제; jailbreak = 탈옥; japanese = 일본어; keypoint = 키포인트
knowledge distillation = 지식 증류; knowledge graph = 지식 그래프; korean = 한국어; label = 레이블, 라벨
language model = 언어 모델; large language model = 대규모 언어 모델, 대형 언어 모델, 거대 언어 모델
latency = 지연 시간; latent space = 잠재 공간; layout = 레이아웃; leaderboard = 리더보드; legal, law = 법률, 법적
lighting, relighting = 조명; limitation = 한계; linear attention = 선형 주의, 선형 어텐션; localization = 위치 추정
long context = 긴 문맥, 긴 컨텍스트; loss function = 손실 함수; low-rank = 저순위, 저랭크
low-resource language = 저자원 언어; machine learning = 기계 학습, 머신러닝; machine translation = 기계 번역
manipulation = 조작; masked = 마스크; math, mathematics = 수학; matrix = 행렬; medical = 의료, 의학
medical image = 의료 영상, 의료 이미지; memory = 메모리, 기억; mesh = 메쉬; meta-learning = 메타 학습
misinformation = 허위 정보; mixture of experts = 전문가 혼합; model merging = 모델 병합; molecule, molecular = 분자
motion generation = 동작 생성, 모션 생성; multi-agent = 다중 에이전트; multi-task = 다중 작업; multi-turn = 다중 턴
multi-view = 다중 뷰, 다중 시점; multilingual = 다국어; multimodal = 다중 모달, 멀티모달; music = 음악
named entity recognition = 개체명 인식; natural language processing = 자연어 처리; navigation = 내비게이션, 탐색
neural network = 신경망; noise = 노이즈, 잡음; normalization = 정규화
novel view synthesis = 새로운 시점 합성, 새로운 뷰 합성; object detection = 객체 탐지, 물체 탐지, 객체 감지
open-source = 오픈소스, 공개; open-vocabulary = 개방형 어휘; optical flow = 광학 흐름; optimization = 최적화
optimizer = 최적화기, 옵티마이저; overfitting = 과적합; parallel = 병렬; parameter = 매개변수, 파라미터
parameter-efficient = 매개변수 효율적; performance = 성능; perplexity = 당혹도, 퍼플렉서티; personality = 성격
personalization = 개인화; physics = 물리; planning = 계획; point cloud = 포인트 클라우드, 점군; policy = 정책
pose estimation = 자세 추정, 포즈 추정; positional encoding = 위치 인코딩; post-training = 사후 학습, 사후 훈련
prediction = 예측; preference = 선호도, 선호; preference optimization = 선호도 최적화, 선호 최적화
pretraining, pre-training = 사전 학습, 사전 훈련; privacy = 개인정보 보호, 프라이버시; prompt = 프롬프트
protein = 단백질; pruning = 가지치기, 프루닝; psychology = 심리; quantization = 양자화
question answering = 질문 응답, 질의 응답; real-time = 실시간; reasoning = 추론
recommendation, recommender system = 추천, 추천 시스템; red teaming = 레드팀; refusal = 거부; regression = 회귀
reinforcement learning = 강화 학습; rendering = 렌더링; representation learning = 표현 학습; resolution = 해상도
retrieval = 검색; retrieval-augmented generation = 검색 증강 생성; reward function = 보상 함수
reward model = 보상 모델; robot = 로봇; robot manipulation = 로봇 조작; robotics = 로봇 공학, 로보틱스
robustness = 강건성, 견고성; role-playing = 역할 놀이, 역할극; safety = 안전성, 안전; sampling = 샘플링
satellite = 위성; scaling law = 스케일링 법칙, 확장 법칙; scene graph = 장면 그래프; scene understanding = 장면 이해
scientific = 과학; score distillation = 점수 증류; search engine = 검색 엔진; security = 보안
segmentation = 분할, 세그멘테이션; self-attention = 자기 주의, 셀프 어텐션; self-correction = 자기 교정, 자기 수정
self-supervised = 자기 지도; semantic = 의미론, 의미; sentiment analysis = 감정 분석, 감성 분석; shadow = 그림자
shape = 형상; simulation = 시뮬레이션; simulator = 시뮬레이터; sketch = 스케치; small language model = 소형 언어 모델
smartphone, mobile = 스마트폰, 모바일; social = 사회; software engineering = 소프트웨어 공학; sound = 소리, 사운드
spanish = 스페인어; sparse, sparsity = 희소, 희소성; spatial reasoning = 공간 추론; speaker = 화자
spectrogram = 스펙트로그램; speculative decoding = 추측 디코딩; speech recognition = 음성 인식
speech synthesis = 음성 합성; speed = 속도; speedup = 속도 향상; state space model = 상태 공간 모델
storytelling, story = 스토리, 이야기; streaming = 스트리밍; student = 학생; style transfer = 스타일 전달, 스타일 전이
summarization = 요약; super-resolution = 초해상도; supervised = 지도; survey = 설문, 조사
synthetic data = 합성 데이터; table = 표, 테이블; talking head = 말하는 머리; teacher = 교사; temporal = 시간적
test-time = 테스트 시; text generation = 텍스트 생성; text-to-image = 텍스트-이미지
text-to-speech = 텍스트 음성 변환; text-to-video = 텍스트-비디오; texture = 텍스처, 질감; theorem proving = 정리 증명
throughput = 처리량; time series = 시계열; token = 토큰; tokenizer = 토크나이저; tool = 도구; toxicity = 독성
tracking = 추적; training data = 학습 데이터, 훈련 데이터; training-free = 학습 없는, 훈련 없이; trajectory = 궤적
transfer learning = 전이 학습; transformer = 트랜스포머; translation = 번역; tree search = 트리 탐색
trust, trustworthiness = 신뢰성; tuning = 튜닝, 조정; uncertainty = 불확실성; unlearning = 언러닝, 망각
unsupervised learning = 비지도 학습; upsampling = 업샘플링; user interface = 사용자 인터페이스
user study = 사용자 연구; vector = 벡터; verification = 검증; video editing = 비디오 편집, 영상 편집
video generation = 비디오 생성, 영상 생성; video understanding = 비디오 이해; virtual reality = 가상 현실
virtual try-on = 가상 피팅, 가상 착용; vision-language model = 비전 언어 모델, 시각 언어 모델; visual = 시각
visual question answering = 시각적 질문 응답, 시각 질의 응답; voice = 목소리; voice cloning = 음성 복제
vulnerability = 취약점; watermark = 워터마크; weak supervision = 약한 감독, 약지도; weather = 날씨, 기상; web = 웹
website = 웹사이트; world model = 세계 모델, 월드 모델; zero-shot = 제로샷
"""


def _pairs() -> tuple[Pair, ...]:
    entries = [entry.split(" = ") for line in _TERMS.strip().splitlines() for entry in line.split("; ")]
    return tuple(
        Pair(term, form, 0, _STRENGTH)
        for english, korean in entries
        for form in english.split(", ")
        for term in korean.split(", ")
    )


COMMON: Final = _pairs()
