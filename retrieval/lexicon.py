"""Common terms of the field in both languages, for what the digests themselves do not explain."""

from __future__ import annotations

from typing import Final

from retrieval.pairs import Pair

_STRENGTH = 0.5  # less than what a corpus says itself in one place

# English on the left, Korean on the right; all on the one side mean all on the other.
_TERMS = """
3d generation = 3D 생성; 3d reconstruction = 3D 재구성, 3D 복원; ablation = 절제 실험; accuracy = 정확도
action recognition = 행동 인식; activation function = 활성화 함수; active learning = 능동 학습; adapter = 어댑터
adversarial attack = 적대적 공격; adversarial training = 적대적 학습, 적대적 훈련; advertising = 광고
agent = 에이전트; agriculture = 농업; alignment = 정렬; animation = 애니메이션; annotation = 주석, 어노테이션
anomaly detection = 이상 탐지, 이상 감지; arabic = 아랍어; art = 예술; astronomy = 천문학; attention = 주의, 어텐션
attention head = 어텐션 헤드; audio generation = 오디오 생성; augmented reality = 증강 현실; autoencoder = 오토인코더
autonomous driving, self-driving = 자율주행; autoregressive = 자기회귀; avatar = 아바타; backbone = 백본
backdoor = 백도어; batch size = 배치 크기; bayesian = 베이지안; benchmark = 벤치마크; bias = 편향
bilingual = 이중 언어; biology = 생물학; bounding box = 경계 상자, 바운딩 박스; brain = 뇌; bug = 버그
calibration = 보정; camera pose = 카메라 포즈, 카메라 자세; cancer = 암; caption, captioning = 캡션, 캡셔닝
catastrophic forgetting = 파국적 망각, 치명적 망각; causal = 인과; causal inference = 인과 추론
chain of thought = 사고의 사슬, 사고 연쇄; chart = 차트; chatbot = 챗봇; chemistry, chemical = 화학; chinese = 중국어
classification = 분류; classifier = 분류기; classifier-free guidance = 분류기 없는 가이던스; climate = 기후
clinical = 임상; clothing, garment = 의복, 의류; clustering = 군집화, 클러스터링; code generation = 코드 생성
code review = 코드 리뷰; collaboration = 협업; colorization = 채색, 컬러화; commonsense = 상식
competition = 대회, 경쟁; compiler = 컴파일러; compression = 압축; computational cost = 계산 비용
computer vision = 컴퓨터 비전; consistency = 일관성; context length = 문맥 길이, 컨텍스트 길이
context window = 컨텍스트 창, 문맥 창; continual learning = 지속 학습, 연속 학습; contrastive learning = 대조 학습
convergence = 수렴; conversation, dialogue = 대화; convolution = 합성곱, 컨볼루션; cooking, recipe = 요리
copyright = 저작권; cost = 비용; counterfactual = 반사실; creativity = 창의성
cross-attention = 교차 주의, 교차 어텐션; cultural = 문화; curriculum learning = 커리큘럼 학습
data augmentation = 데이터 증강; data collection = 데이터 수집; data filtering = 데이터 필터링
data poisoning = 데이터 중독, 데이터 오염; data selection = 데이터 선택, 데이터 선별; database = 데이터베이스
dataset = 데이터셋, 데이터 세트; debate = 토론; deblurring = 디블러링, 블러 제거; deception = 기만; decoding = 디코딩
deduplication = 중복 제거; deep learning = 딥러닝, 심층 학습; deepfake = 딥페이크; defense = 방어; deformation = 변형
denoising = 디노이징, 노이즈 제거, 잡음 제거; depth estimation = 깊이 추정; design = 디자인; detection = 탐지, 검출
diagnosis = 진단; differential equation = 미분 방정식; differential privacy = 차등 프라이버시
diffusion = 확산, 디퓨전; diffusion model = 확산 모델, 디퓨전 모델; disentanglement = 분리; distillation = 증류
distributed training = 분산 학습, 분산 훈련; diversity = 다양성; document = 문서; document understanding = 문서 이해
domain adaptation = 도메인 적응; downstream task = 다운스트림 작업; drone = 드론
drug discovery = 신약 개발, 약물 발견; early exit = 조기 종료; edge device = 엣지 디바이스, 엣지 기기
education = 교육; efficiency = 효율성; embedding = 임베딩; embodied = 체화; emotion = 감정; encoder = 인코더
energy = 에너지; english = 영어; ensemble = 앙상블; entropy = 엔트로피; error correction = 오류 수정, 오류 교정
ethics = 윤리; evaluation = 평가; evolutionary = 진화; exam = 시험; explainability = 설명 가능성
exploration = 탐색, 탐험; face = 얼굴; face recognition = 얼굴 인식; facial expression = 얼굴 표정
fact checking = 사실 확인, 팩트 체크; factuality = 사실성; fairness = 공정성; fashion = 패션
feature extraction = 특징 추출; federated learning = 연합 학습; feedback = 피드백; few-shot = 퓨샷, 소수 샷
finance = 금융; fine-tuning = 미세 조정, 파인튜닝; flow matching = 흐름 매칭, 플로우 매칭; font = 폰트, 글꼴
forecasting = 예측; foundation model = 기반 모델, 파운데이션 모델; frame interpolation = 프레임 보간
french = 프랑스어; function calling = 함수 호출; game = 게임; gating = 게이팅; gaussian splatting = 가우시안 스플래팅
gaze = 시선; generalization = 일반화; generative adversarial network = 적대적 생성 신경망
generative model = 생성 모델; genomics, gene = 유전체, 유전자; geography = 지리; german = 독일어; gesture = 제스처
gradient = 기울기, 그래디언트; gradient descent = 경사 하강법; grammar = 문법; graph = 그래프
graph neural network = 그래프 신경망; grasping = 파지; grounding = 그라운딩; guidance = 가이던스; hair = 머리카락
hallucination = 환각, 할루시네이션; hand = 손; handwriting = 손글씨, 필기; hardware = 하드웨어
harmful = 유해, 해로운; hate speech = 혐오 발언; healthcare = 의료, 헬스케어; history = 역사; human = 인간
human feedback = 인간 피드백; human motion = 인간 동작; human pose = 인간 자세
human preference = 인간 선호도, 인간 선호; humanoid = 휴머노이드; hyperparameter = 하이퍼파라미터
identity preservation = 정체성 보존; image captioning = 이미지 캡셔닝; image classification = 이미지 분류
image editing = 이미지 편집; image generation = 이미지 생성; image matting = 이미지 매팅
image restoration = 이미지 복원; image-to-video = 이미지-비디오; imbalance = 불균형; imitation learning = 모방 학습
in-context learning = 맥락 내 학습, 문맥 내 학습; inference = 추론; information retrieval = 정보 검색
inpainting = 인페인팅; instance segmentation = 인스턴스 분할, 객체 분할
instruction following = 지시 따르기, 명령 수행; instruction tuning = 지시 조정, 명령 튜닝
interpretability = 해석 가능성; inverse problem = 역문제; jailbreak = 탈옥; japanese = 일본어; kernel = 커널
keypoint = 키포인트; keyword = 키워드; knowledge distillation = 지식 증류; knowledge editing = 지식 편집
knowledge graph = 지식 그래프; korean = 한국어; kv cache = KV 캐시; label = 레이블, 라벨; language model = 언어 모델
large language model = 대규모 언어 모델, 대형 언어 모델, 거대 언어 모델; latency = 지연 시간
latent space = 잠재 공간; layer = 레이어, 계층; layout = 레이아웃; leaderboard = 리더보드; learning rate = 학습률
legal, law = 법률, 법적; lidar = 라이다; lighting, relighting = 조명; limitation = 한계
linear attention = 선형 주의, 선형 어텐션; lip sync = 립싱크; localization = 위치 추정; locomotion = 보행
logical reasoning = 논리적 추론, 논리 추론; long context = 긴 문맥, 긴 컨텍스트; loss function = 손실 함수
low-rank = 저순위, 저랭크; low-rank adaptation = 저순위 적응; low-resource language = 저자원 언어
machine learning = 기계 학습, 머신러닝; machine translation = 기계 번역; makeup = 메이크업; manifold = 다양체
manipulation = 조작; markov = 마르코프; masked = 마스크; material = 재료, 소재; math, mathematics = 수학
mathematical reasoning = 수학적 추론; matrix = 행렬; medical = 의료, 의학; medical image = 의료 영상, 의료 이미지
membership inference = 멤버십 추론; memory = 메모리, 기억; memory efficiency = 메모리 효율성; mesh = 메쉬
meta-learning = 메타 학습; misinformation = 허위 정보; mixture = 혼합; mixture of experts = 전문가 혼합
model merging = 모델 병합; molecule, molecular = 분자; monte carlo = 몬테카를로; motion capture = 모션 캡처
motion generation = 동작 생성, 모션 생성; motion planning = 동작 계획; movie, film = 영화
multi-agent = 다중 에이전트; multi-hop = 다중 홉; multi-task = 다중 작업; multi-turn = 다중 턴
multi-view = 다중 뷰, 다중 시점; multilingual = 다국어; multimodal = 다중 모달, 멀티모달; music = 음악
named entity recognition = 개체명 인식; natural language processing = 자연어 처리; navigation = 내비게이션, 탐색
neural network = 신경망; news = 뉴스; noise = 노이즈, 잡음; noise schedule = 노이즈 스케줄; normalization = 정규화
novel view synthesis = 새로운 시점 합성, 새로운 뷰 합성; object detection = 객체 탐지, 물체 탐지, 객체 감지
occlusion = 가림, 폐색; offline reinforcement learning = 오프라인 강화 학습; on-device = 온디바이스
online shopping = 온라인 쇼핑; open-source = 오픈소스, 공개; open-vocabulary = 개방형 어휘
optical character recognition = 광학 문자 인식; optical flow = 광학 흐름; optimal transport = 최적 수송
optimization = 최적화; optimizer = 최적화기, 옵티마이저; out-of-distribution = 분포 외; overfitting = 과적합
panoptic = 파놉틱; parallel = 병렬; parameter = 매개변수, 파라미터; parameter-efficient = 매개변수 효율적
paraphrase = 패러프레이즈; parsing = 구문 분석; path planning = 경로 계획; pathology = 병리; patient = 환자
performance = 성능; perplexity = 당혹도, 퍼플렉서티; personality = 성격; personalization = 개인화; physics = 물리
planning = 계획; point cloud = 포인트 클라우드, 점군; policy = 정책; policy gradient = 정책 경사; portrait = 초상화
pose estimation = 자세 추정, 포즈 추정; positional encoding = 위치 인코딩; post-training = 사후 학습, 사후 훈련
prediction = 예측; preference = 선호도, 선호; preference optimization = 선호도 최적화, 선호 최적화
pretraining, pre-training = 사전 학습, 사전 훈련; privacy = 개인정보 보호, 프라이버시
process reward model = 과정 보상 모델; program synthesis = 프로그램 합성; prompt = 프롬프트
prompt engineering = 프롬프트 엔지니어링; protein = 단백질; pruning = 가지치기, 프루닝; psychology = 심리
quadruped = 사족 보행; quantization = 양자화; question answering = 질문 응답, 질의 응답
question generation = 질문 생성; radiology = 영상의학, 방사선; real-time = 실시간; reasoning = 추론
recommendation, recommender system = 추천, 추천 시스템; recurrent = 순환; red teaming = 레드팀; refusal = 거부
regression = 회귀; reinforcement learning = 강화 학습; remote sensing = 원격 탐사; rendering = 렌더링
representation learning = 표현 학습; reranking = 재순위화, 리랭킹; residual = 잔차; resolution = 해상도
retrieval = 검색; retrieval-augmented generation = 검색 증강 생성; reward function = 보상 함수
reward hacking = 보상 해킹; reward model = 보상 모델; robot = 로봇; robot manipulation = 로봇 조작
robotics = 로봇 공학, 로보틱스; robustness = 강건성, 견고성; role-playing = 역할 놀이, 역할극; routing = 라우팅
safety = 안전성, 안전; sampling = 샘플링; satellite = 위성; scaling law = 스케일링 법칙, 확장 법칙
scene generation = 장면 생성; scene graph = 장면 그래프; scene text = 장면 텍스트; scene understanding = 장면 이해
scheduling = 스케줄링; scientific = 과학; score distillation = 점수 증류; search engine = 검색 엔진; security = 보안
segmentation = 분할, 세그멘테이션; self-attention = 자기 주의, 셀프 어텐션; self-consistency = 자기 일관성
self-correction = 자기 교정, 자기 수정; self-play = 자기 대국, 셀프 플레이; self-supervised = 자기 지도
semantic = 의미론, 의미; semantic segmentation = 의미론적 분할, 시맨틱 분할; sentence = 문장
sentiment analysis = 감정 분석, 감성 분석; serving = 서빙; shadow = 그림자; shape = 형상; simulation = 시뮬레이션
simulator = 시뮬레이터; singing = 노래, 가창; sketch = 스케치; small language model = 소형 언어 모델
smartphone, mobile = 스마트폰, 모바일; soccer, football = 축구; social = 사회; social media = 소셜 미디어
software engineering = 소프트웨어 공학; sound = 소리, 사운드; spanish = 스페인어; sparse, sparsity = 희소, 희소성
spatial reasoning = 공간 추론; speaker = 화자; speaker diarization = 화자 분리; spectrogram = 스펙트로그램
speculative decoding = 추측 디코딩; speech enhancement = 음성 향상; speech recognition = 음성 인식
speech synthesis = 음성 합성; speed = 속도; speedup = 속도 향상; sports = 스포츠; spreadsheet = 스프레드시트
state space model = 상태 공간 모델; stereo = 스테레오; storytelling, story = 스토리, 이야기; streaming = 스트리밍
student = 학생; style transfer = 스타일 전달, 스타일 전이; summarization = 요약; super-resolution = 초해상도
supervised = 지도; surgery = 수술; survey = 설문, 조사; sycophancy = 아첨; synthetic data = 합성 데이터
table = 표, 테이블; talking head = 말하는 머리; teacher = 교사; teacher-student = 교사-학생
teleoperation = 원격 조작; temporal = 시간적; test-time = 테스트 시; text generation = 텍스트 생성
text-to-3d = 텍스트-3D; text-to-image = 텍스트-이미지; text-to-speech = 텍스트 음성 변환
text-to-video = 텍스트-비디오; texture = 텍스처, 질감; theorem proving = 정리 증명; throughput = 처리량
time series = 시계열; token = 토큰; tokenizer = 토크나이저; tool = 도구; tool use = 도구 사용
topic modeling = 토픽 모델링; toxicity = 독성; tracking = 추적; traffic = 교통
training data = 학습 데이터, 훈련 데이터; training-free = 학습 없는, 훈련 없이; trajectory = 궤적
transfer learning = 전이 학습; transformer = 트랜스포머; translation = 번역; travel = 여행; tree = 트리
tree search = 트리 탐색; trust, trustworthiness = 신뢰성; tuning = 튜닝, 조정; uncertainty = 불확실성
unlearning = 언러닝, 망각; unsupervised learning = 비지도 학습; upsampling = 업샘플링
user interface = 사용자 인터페이스; user study = 사용자 연구; value function = 가치 함수; variational = 변분
variational autoencoder = 변분 오토인코더; vector = 벡터; verification = 검증; video editing = 비디오 편집, 영상 편집
video generation = 비디오 생성, 영상 생성; video prediction = 비디오 예측; video understanding = 비디오 이해
virtual reality = 가상 현실; virtual try-on = 가상 피팅, 가상 착용
vision-language model = 비전 언어 모델, 시각 언어 모델; visual = 시각
visual question answering = 시각적 질문 응답, 시각 질의 응답; vocabulary = 어휘; voice = 목소리
voice cloning = 음성 복제; voice conversion = 음성 변환; vulnerability = 취약점; watermark = 워터마크
weak supervision = 약한 감독, 약지도; weather = 날씨, 기상; weather forecasting = 기상 예측, 날씨 예측; web = 웹
web agent = 웹 에이전트; website = 웹사이트; weight sharing = 가중치 공유; word embedding = 단어 임베딩
world model = 세계 모델, 월드 모델; zero-shot = 제로샷
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
