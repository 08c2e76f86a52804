import type { PartnerType } from '../../partners/partner.ts'
import type { ReadyMadeKey } from '../ready-made-keys.ts'
import type { Condition, TemplateStage, TemplateTask } from '../template.ts'
import { onlyFor, say, task } from './task-words.ts'
import { usualStages, usualTasks } from './usual-tasks.ts'

export interface ReadyMadeTemplate {
  readonly key: ReadyMadeKey
  readonly name: string
  readonly appliesTo: Condition
  readonly stages: readonly TemplateStage[]
}

const stage = (key: keyof typeof usualStages, ...tasks: readonly TemplateTask[]): TemplateStage => ({ ...usualStages[key], free: false, tasks })
const template = (key: ReadyMadeKey, name: string, type: PartnerType, ...stages: readonly TemplateStage[]): ReadyMadeTemplate => ({ key, name, appliesTo: onlyFor({ types: [type] }), stages })

const { welcome, companyProfile, confidentiality, personalData, resellerAgreement, users, contacts, priceList, salesTraining, salesCertificate, technicalTraining, technicalCertificate, demonstration, businessPlan, firstDeal, caseStudy, readiness } = usualTasks

/** One for each type of partner, in every language: a company takes a copy and makes it its own. */
export const readyMadeTemplates: Readonly<Record<ReadyMadeKey, ReadyMadeTemplate>> = {
  reseller: template('reseller', 'Reseller', 'reseller',
    stage('agree', welcome, companyProfile, confidentiality, personalData, resellerAgreement),
    stage('prepare', contacts, users, priceList),
    stage('learn', salesTraining, salesCertificate, demonstration),
    stage('sell', firstDeal, caseStudy, readiness)),
  'value-added-reseller': template('value-added-reseller', 'Value-added reseller', 'valueAddedReseller',
    stage('agree', welcome, companyProfile, confidentiality, personalData, resellerAgreement, businessPlan),
    stage('prepare', contacts, users, priceList, task('test-system', 'systemAccess', 'it', 5, say('Test system', 'テスト環境', 'Sistema de pruebas'), { needs: ['contacts'] })),
    stage('learn', salesTraining, salesCertificate, technicalTraining, technicalCertificate, demonstration,
      task('services-offer', 'document', 'management', 10, say('Description of the partner’s own services', '独自サービスの説明', 'Descripción de los servicios propios'), { evidence: 'note', approval: true })),
    stage('sell', firstDeal, task('first-project', 'review', 'trainer', 20, say('Review of the first project’s plan', '初回プロジェクト計画の確認', 'Revisión del plan del primer proyecto'), { needs: ['first-deals'], evidence: 'note' }), caseStudy, readiness)),
  distributor: template('distributor', 'Distributor', 'distributor',
    stage('agree', welcome, companyProfile, confidentiality, personalData,
      task('distribution-agreement', 'agreement', 'management', 15, say('Distribution agreement', '販売代理店契約書', 'Contrato de distribución'), { needs: ['nda', 'company-profile'], evidence: 'agreementVersion', approval: true, onRevocation: 'stopAccess', about: 'distribution-agreement' }),
      task('credit-check', 'review', 'legal', 5, say('Credit check', '与信確認', 'Verificación de crédito'), { needs: ['company-profile'], evidence: 'note' }), businessPlan),
    stage('prepare', contacts, users, priceList,
      task('ordering', 'systemAccess', 'it', 10, say('Ordering connected', '受発注の接続', 'Conexión de pedidos'), { needs: ['contacts'] }),
      task('reseller-list', 'document', 'sales', 5, say('List of its resellers', '取扱再販業者の一覧', 'Lista de sus revendedores'), { evidence: 'link' })),
    stage('learn', salesTraining, salesCertificate,
      task('train-the-trainer', 'training', 'technical', 15, say('Training of its own trainers', '社内トレーナーの育成', 'Formación de sus propios formadores'), { about: 'train-the-trainer' })),
    stage('sell', task('launch', 'meeting', 'channelManager', 10, say('Launch with its resellers', '再販業者向けの発表', 'Lanzamiento con sus revendedores'), { evidence: 'note' }), readiness)),
  referral: template('referral', 'Referral partner', 'referral',
    stage('agree', welcome, companyProfile, confidentiality,
      task('referral-agreement', 'agreement', 'management', 5, say('Referral agreement', '紹介契約書', 'Contrato de referidos'), { needs: ['nda'], evidence: 'agreementVersion', onRevocation: 'stopAccess', about: 'referral-agreement' })),
    stage('prepare', contacts, users),
    stage('learn', task('whom-to-refer', 'training', 'sales', 3, say('Whom to refer, in an hour', '紹介先の見分け方（1時間）', 'A quién referir, en una hora'), { about: 'whom-to-refer' })),
    stage('sell', task('first-referral', 'meeting', 'channelManager', 10, say('Talk about the first referral', '最初の紹介の打ち合わせ', 'Conversación sobre el primer referido')), readiness)),
  consulting: template('consulting', 'Consulting partner', 'consulting',
    stage('agree', welcome, companyProfile, confidentiality, personalData,
      task('services-agreement', 'agreement', 'management', 10, say('Services agreement', 'サービス契約書', 'Contrato de servicios'), { needs: ['nda', 'company-profile'], evidence: 'agreementVersion', approval: true, onRevocation: 'stopAccess', about: 'services-agreement' })),
    stage('prepare', contacts, users, task('test-system', 'systemAccess', 'it', 5, say('Test system', 'テスト環境', 'Sistema de pruebas'), { needs: ['contacts'] })),
    stage('learn', technicalTraining, technicalCertificate,
      task('method', 'training', 'technical', 5, say('How we run projects', 'プロジェクトの進め方', 'Cómo llevamos los proyectos'), { about: 'project-method' })),
    stage('sell', task('shadow-project', 'review', 'trainer', 30, say('A project beside our own people', '当社担当者との共同プロジェクト', 'Un proyecto junto a nuestra gente'), { evidence: 'note', approval: true }), caseStudy, readiness)),
}
